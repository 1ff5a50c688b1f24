// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.reducer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a program down: first large pieces of it, then ever smaller ones. What compiles and still
 * fails is gone on with (Zeller, "Simplifying and isolating failure-inducing input").
 */
public final class Reducer {
  private final Oracle oracle;
  private final List<String> support;
  private final int atOnce;
  private int rounds;

  /**
   * Reduces with an oracle.
   *
   * @param support texts that the program needs to compile
   * @param atOnce how many programs the oracle is given at once
   * @param rounds how often it is asked at most
   */
  public Reducer(Oracle oracle, List<String> support, int atOnce, int rounds) {
    this.oracle = oracle;
    this.support = List.copyOf(support);
    this.atOnce = atOnce;
    this.rounds = rounds;
  }

  /** A program that fails, too, from which nothing more can be cut, if there were rounds enough. */
  public String reduce(String program) throws IOException, InterruptedException {
    String text = program;
    String before;
    do {
      before = text;
      for (Cut cut : Cut.values()) {
        text = reduce(text, cut);
      }
    } while (!text.equals(before) && rounds > 0);
    return text.lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> a + b + "\n");
  }

  private String reduce(String program, Cut cut) throws IOException, InterruptedException {
    String text = program;
    List<Edit> edits = Cuts.of(text, cut);
    int size = Math.max(1, edits.size() / 2);
    while (!edits.isEmpty() && rounds > 0) {
      List<List<Edit>> groups = groups(edits, size);
      List<List<Edit>> failing = failing(text, cut, groups);
      if (failing.isEmpty()) {
        if (size == 1) {
          break;
        }
        size = size / 2;
      } else {
        text = cut(text, failing);
        edits = Cuts.of(text, cut);
        size = Math.clamp(edits.size() / 2, 1, size);
      }
    }
    return text;
  }

  private static List<List<Edit>> groups(List<Edit> edits, int size) {
    List<List<Edit>> groups = new ArrayList<>();
    for (int from = 0; from < edits.size(); from += size) {
      groups.add(edits.subList(from, Math.min(edits.size(), from + size)));
    }
    return groups;
  }

  /** Those after which the program still fails. */
  private List<List<Edit>> failing(String text, Cut cut, List<List<Edit>> groups)
      throws IOException, InterruptedException {
    List<List<Edit>> possible = new ArrayList<>();
    for (List<Edit> group : groups) {
      String program = Edit.apply(text, group);
      if ((!cut.shortens() || program.length() < text.length()) && compiles(program)) {
        possible.add(group);
      }
    }
    List<List<Edit>> failing = new ArrayList<>();
    for (int from = 0; from < possible.size(); from += atOnce) {
      List<List<Edit>> some = possible.subList(from, Math.min(possible.size(), from + atOnce));
      for (int index : ask(some.stream().map(group -> Edit.apply(text, group)).toList())) {
        failing.add(some.get(index));
      }
    }
    return failing;
  }

  /** All cuts that were found to be possible, or, if they are not together, as many as are. */
  private String cut(String text, List<List<Edit>> failing)
      throws IOException, InterruptedException {
    int count = failing.size();
    while (count > 1) {
      String program =
          Edit.apply(text, failing.subList(0, count).stream().flatMap(List::stream).toList());
      if (compiles(program) && !ask(List.of(program)).isEmpty()) {
        return program;
      }
      count = count / 2;
    }
    return Edit.apply(text, failing.get(0));
  }

  private boolean compiles(String program) throws IOException {
    List<String> all = new ArrayList<>(support);
    all.add(program);
    return JavaText.compiles(all);
  }

  private Set<Integer> ask(List<String> programs) throws IOException, InterruptedException {
    if (rounds <= 0) {
      return Set.of();
    }
    rounds--;
    return oracle.failing(List.copyOf(programs));
  }
}
