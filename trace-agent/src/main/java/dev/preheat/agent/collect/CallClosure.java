// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.collect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows calls among methods that ran. A call leads to all methods of its name and descriptor: to
 * any that may override what it names. Lambda bodies and static initialisers, which no call names,
 * go with their class.
 */
final class CallClosure {
  private final Map<String, List<Candidate>> named = new HashMap<>();
  private final Map<Object, List<Candidate>> unnamed = new HashMap<>();
  private final Set<String> followed = new HashSet<>();
  private final List<Candidate> reached = new ArrayList<>();
  private final ArrayDeque<Candidate> open = new ArrayDeque<>();

  private CallClosure(Collection<Candidate> methods) {
    for (Candidate method : methods) {
      String name = method.id().name();
      if (name.startsWith("lambda$") || name.equals("<clinit>")) {
        add(unnamed, method.id().holder(), method);
      } else {
        add(named, name + method.id().descriptor(), method);
      }
    }
  }

  /**
   * The methods that calls lead to, once each, in no order.
   *
   * @param methods those that can be reached
   * @param roots methods whose calls are followed; they are in the result
   * @param names names, with descriptors, of methods that are called besides
   */
  static List<Candidate> of(
      Collection<Candidate> methods, Collection<Candidate> roots, Collection<String> names) {
    CallClosure closure = new CallClosure(methods);
    closure.open.addAll(roots);
    for (String name : names) {
      closure.follow(name);
    }
    while (!closure.open.isEmpty()) {
      closure.reach(closure.open.remove());
    }
    return closure.reached;
  }

  private void reach(Candidate method) {
    reached.add(method);
    List<Candidate> ofClass = unnamed.remove(method.id().holder());
    if (ofClass != null) {
      open.addAll(ofClass);
    }
    for (String name : method.callees()) {
      follow(name);
    }
  }

  private void follow(String name) {
    if (followed.add(name)) {
      List<Candidate> sameName = named.remove(name);
      if (sameName != null) {
        open.addAll(sameName);
      }
    }
  }

  private static <K> void add(Map<K, List<Candidate>> map, K key, Candidate method) {
    List<Candidate> list = map.get(key);
    if (list == null) {
      list = new ArrayList<>();
      map.put(key, list);
    }
    list.add(method);
  }
}
