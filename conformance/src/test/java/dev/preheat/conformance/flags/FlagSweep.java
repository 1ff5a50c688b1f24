// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.flags;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs a program with and without its image under one option after the other. */
final class FlagSweep {

  /** How often both are run where they differ: what differs only now and then is not the image. */
  private static final int MOST_PAIRS = 3;

  private final FlagProgram program;
  private final String expected;
  private final AtomicInteger number = new AtomicInteger();

  /**
   * A sweep.
   *
   * @param expected what the program prints
   */
  FlagSweep(FlagProgram program, String expected) {
    this.program = program;
    this.expected = expected;
  }

  /** Tries an option. Where the image makes a difference, the directories of all runs are kept. */
  FlagResult result(String option) throws IOException, InterruptedException {
    int id = number.incrementAndGet();
    List<String> directories = new ArrayList<>();
    List<Ending> without = new ArrayList<>();
    List<Ending> with = new ArrayList<>();
    FlagProgram.Run first = null;
    boolean different = true;
    while (different && with.size() < MOST_PAIRS) {
      String name = id + "-" + with.size();
      directories.add(name + "-without");
      directories.add(name + "-with");
      without.add(
          Ending.of(program.without(name + "-without", List.of(option)).outcome(), expected));
      if (without.get(0).isHanging()) {
        with.add(Ending.NOT_RUN);
      } else {
        FlagProgram.Run run = program.with(name + "-with", List.of(option));
        first = first == null ? run : first;
        with.add(Ending.of(run.outcome(), expected).withReport(run.report()));
      }
      different = with.stream().anyMatch(each -> without.stream().noneMatch(each::isRightAfter));
    }
    if (!different) {
      for (String each : directories) {
        program.delete(each);
      }
    }
    return new FlagResult(
        option,
        first == null || first.report() == null ? 0 : first.report().installed(),
        first == null || first.report() == null ? "" : first.report().reason(),
        worst(with),
        worst(without),
        different);
  }

  private static String worst(List<Ending> endings) {
    return endings.stream()
        .filter(each -> !each.isAsAlways())
        .findFirst()
        .orElse(endings.get(0))
        .toString();
  }
}
