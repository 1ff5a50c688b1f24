// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.meter;

import java.util.ArrayList;
import java.util.List;

/**
 * The command line that all programs have.
 *
 * <ul>
 *   <li>{@code list}: the names of its workloads.
 *   <li>{@code <name> <seconds>}: one of them for so long; what the meter saw.
 *   <li>{@code all hot}: all of them one after the other, each until it is hot.
 *   <li>{@code all once}: all of them, each as briefly as it can be.
 * </ul>
 */
public abstract class Program {
  private static final String ALL = "all";
  private static final String LIST = "list";

  /** The names of its workloads. */
  protected abstract List<String> names();

  /**
   * Makes a workload.
   *
   * @throws IllegalArgumentException if there is none of that name
   * @throws Exception if it cannot be had
   */
  protected abstract Workload workload(String name) throws Exception;

  /** How long each workload takes until its methods count as hot, where they are traced. */
  protected abstract double hotSeconds();

  /** How many operations a run has that is as brief as it can be. */
  protected abstract int fewestOperations();

  /**
   * Does what the command line says.
   *
   * @return what to print
   * @throws Exception if the program fails
   */
  public final List<String> run(String... words) throws Exception {
    if (words.length == 1 && words[0].equals(LIST)) {
      return names();
    }
    if (words.length != 2) {
      throw new IllegalArgumentException("usage: list | <name>|all <seconds>|hot|once");
    }
    if (!words[0].equals(ALL)) {
      return meter(words[0], words[1]).lines();
    }
    List<String> lines = new ArrayList<>();
    for (String name : names()) {
      lines.add(name + ": " + meter(name, words[1]).operations() + " operations");
    }
    return lines;
  }

  private Meter meter(String name, String word) throws Exception {
    try (Workload workload = workload(name)) {
      Meter meter = meter(word);
      workload.run(meter);
      return meter;
    }
  }

  private Meter meter(String word) {
    return switch (word) {
      case "hot" -> Meter.forSeconds(hotSeconds());
      case "once" -> Meter.forOperations(fewestOperations());
      default -> Meter.forSeconds(Double.parseDouble(word));
    };
  }
}
