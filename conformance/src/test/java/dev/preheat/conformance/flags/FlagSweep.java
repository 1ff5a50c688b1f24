// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.flags;

import dev.preheat.conformance.harness.LoaderReport;
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

  /**
   * Tries an option. Where the program does its work with its image, nothing that it might do
   * without it would be a fault of the image: then it is not run without. Where the image makes a
   * difference, the directories of all runs are kept.
   */
  FlagResult result(String option) throws IOException, InterruptedException {
    int id = number.incrementAndGet();
    List<String> directories = new ArrayList<>();
    List<Ending> without = new ArrayList<>();
    List<Ending> with = new ArrayList<>();
    FlagProgram.Run first = null;
    boolean different = true;
    while (different && with.size() < MOST_PAIRS) {
      String name = id + "-" + with.size();
      directories.add(name + "-with");
      directories.add(name + "-without");
      FlagProgram.Run run = program.with(name + "-with", List.of(option));
      first = first == null ? run : first;
      Ending ending = Ending.of(run.outcome(), expected).withReport(run.report());
      with.add(ending);
      without.add(
          ending.isAsAlways()
              ? Ending.NOT_NEEDED
              : Ending.of(program.without(name + "-without", List.of(option)).outcome(), expected));
      different = with.stream().anyMatch(each -> without.stream().noneMatch(each::isRightAfter));
    }
    if (!different) {
      for (String each : directories) {
        program.delete(each);
      }
    }
    LoaderReport report = first.report();
    return new FlagResult(
        option,
        report == null ? 0 : report.installed(),
        report == null ? "" : report.reason(),
        worst(with),
        worst(without),
        different);
  }

  private static String worst(List<Ending> endings) {
    return endings.stream()
        .filter(each -> !each.isAsAlways() && each != Ending.NOT_NEEDED)
        .findFirst()
        .orElse(endings.get(0))
        .toString();
  }
}
