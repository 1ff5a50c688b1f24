// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;

/** Compares long texts and shows where they part. */
public final class Difference {
  private static final int CONTEXT_LINES = 3;
  private static final int SHOWN_LINES = 12;

  private Difference() {}

  /**
   * Fails when two outputs differ.
   *
   * @param expected what the interpreter printed
   * @param run another run of the same program
   */
  public static void check(String expected, Run run) {
    if (expected.equals(run.output()) && run.exitCode() == 0) {
      return;
    }
    List<String> left = expected.lines().toList();
    List<String> right = run.output().lines().toList();
    int line = 0;
    while (line < left.size() && line < right.size() && left.get(line).equals(right.get(line))) {
      line++;
    }
    fail(
        "exit code "
            + run.exitCode()
            + ", line "
            + (line + 1)
            + "; expected:\n"
            + shown(left, line)
            + "\nfound:\n"
            + shown(right, line)
            + "\nstandard error:\n"
            + run.errors());
  }

  private static String shown(List<String> lines, int line) {
    return String.join(
        "\n",
        lines.subList(
            Math.max(0, Math.min(lines.size(), line) - CONTEXT_LINES),
            Math.min(lines.size(), line + SHOWN_LINES)));
  }
}
