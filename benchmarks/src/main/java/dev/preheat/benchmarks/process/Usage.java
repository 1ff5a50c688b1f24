// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.process;

/**
 * What a process took, from its start to its end.
 *
 * @param exitCode as a shell gives it: 128 and the signal's number where a signal ended the process
 * @param startNanos when it was started, by {@link System#nanoTime}
 * @param wallNanos time that passed
 * @param cpuMicros time of all processors, in user and in kernel mode
 * @param peakKibibytes most memory that was resident at one time
 */
public record Usage(
    int exitCode, long startNanos, long wallNanos, long cpuMicros, long peakKibibytes) {

  private static final double NANOS_PER_MILLI = 1_000_000;
  private static final double MICROS_PER_MILLI = 1_000;
  private static final double KIBIBYTES_PER_MEBIBYTE = 1_024;

  /** Time that passed, in milliseconds. */
  public double wallMillis() {
    return wallNanos / NANOS_PER_MILLI;
  }

  /** Time of all processors, in milliseconds. */
  public double cpuMillis() {
    return cpuMicros / MICROS_PER_MILLI;
  }

  /** Most memory at one time, in MiB. */
  public double peakMebibytes() {
    return peakKibibytes / KIBIBYTES_PER_MEBIBYTE;
  }
}
