package dev.preheat.agent.collect;

import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.SymbolicReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells the methods of the program from those that only the agent ran. Where that is unknown, a
 * method is one of the program if one of those names it, in a reference that is resolved, or names
 * any method it may override or be overridden by: one of the same name and descriptor. Lambda
 * bodies and static initialisers, which nothing names, go with their class.
 */
final class ProgramMethods {
  private final List<Candidate> found = new ArrayList<>();
  private final ArrayDeque<Candidate> open = new ArrayDeque<>();
  private final Map<String, List<Candidate>> unknown = new HashMap<>();
  private final Map<ClassId, List<Candidate>> unnamed = new HashMap<>();
  private final Set<String> named = new HashSet<>();

  private ProgramMethods(List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      switch (candidate.origin()) {
        case PROGRAM -> open.add(candidate);
        case UNKNOWN -> addUnknown(candidate);
        case AGENT -> {}
      }
    }
  }

  /** Those of the program, in no order. */
  static List<Candidate> of(List<Candidate> candidates) {
    ProgramMethods methods = new ProgramMethods(candidates);
    methods.follow();
    return methods.found;
  }

  private void addUnknown(Candidate candidate) {
    String name = candidate.id().name();
    if (name.startsWith("lambda$") || name.equals("<clinit>")) {
      List<Candidate> ofClass = unnamed.get(candidate.id().holder());
      if (ofClass == null) {
        ofClass = new ArrayList<>();
        unnamed.put(candidate.id().holder(), ofClass);
      }
      ofClass.add(candidate);
      return;
    }
    String key = name + candidate.id().descriptor();
    List<Candidate> sameName = unknown.get(key);
    if (sameName == null) {
      sameName = new ArrayList<>();
      unknown.put(key, sameName);
    }
    sameName.add(candidate);
  }

  private void follow() {
    while (!open.isEmpty()) {
      Candidate candidate = open.remove();
      found.add(candidate);
      List<Candidate> ofClass = unnamed.remove(candidate.id().holder());
      if (ofClass != null) {
        open.addAll(ofClass);
      }
      for (SymbolicReference reference : candidate.references()) {
        if (reference instanceof SymbolicReference.MethodReference) {
          follow(reference.name() + reference.descriptor());
        }
      }
    }
  }

  private void follow(String name) {
    if (named.add(name)) {
      List<Candidate> sameName = unknown.remove(name);
      if (sameName != null) {
        open.addAll(sameName);
      }
    }
  }
}
