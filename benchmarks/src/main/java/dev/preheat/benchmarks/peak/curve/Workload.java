// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak.curve;

/**
 * What a run does.
 *
 * @param program a project
 * @param name what tells the program
 * @param seconds how long it does it
 */
public record Workload(String program, String name, int seconds) {
  private static final String KERNELS = "kernels";

  /** Whether it is one kind of code, and no whole program. */
  public boolean isKernel() {
    return isKernel(program);
  }

  /** Whether the workloads of a program are kernels. */
  public static boolean isKernel(String program) {
    return program.equals(KERNELS);
  }
}
