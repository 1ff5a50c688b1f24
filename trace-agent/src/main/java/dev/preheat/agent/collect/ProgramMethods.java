// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.collect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Tells the methods of the program from those that only the agent ran. Where that is unknown, a
 * method is the program's unless calls lead to it from the agent and none from the program. The VM
 * itself calls methods, too, that nobody names: they are the program's.
 */
final class ProgramMethods {
  private ProgramMethods() {}

  /**
   * The methods of the program, in no order.
   *
   * @param candidates all methods that ran, but for those of the agent's classes
   * @param calledByAgent names, with descriptors, of the methods that the agent's classes call
   * @param calledByHidden those that hidden classes call, which are made for the program
   */
  static List<Candidate> of(
      List<Candidate> candidates,
      Collection<String> calledByAgent,
      Collection<String> calledByHidden) {
    List<Candidate> certain = new ArrayList<>();
    List<Candidate> unknown = new ArrayList<>();
    List<Candidate> others = new ArrayList<>();
    for (Candidate candidate : candidates) {
      switch (candidate.origin()) {
        case PROGRAM -> certain.add(candidate);
        case UNKNOWN -> {
          unknown.add(candidate);
          others.add(candidate);
        }
        case AGENT -> others.add(candidate);
      }
    }
    Set<Candidate> agents = Collections.newSetFromMap(new IdentityHashMap<>());
    agents.addAll(CallClosure.of(others, List.of(), calledByAgent));
    List<Candidate> doubtful = new ArrayList<>();
    for (Candidate candidate : unknown) {
      if (agents.contains(candidate)) {
        doubtful.add(candidate);
      } else {
        certain.add(candidate);
      }
    }
    return CallClosure.of(doubtful, certain, calledByHidden);
  }
}
