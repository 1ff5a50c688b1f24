// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

/** The progress lines: one for each step, with its time and the process's peak memory so far. */
final class Progress {

  private static final int STEPS = 8;
  private static final String PEAK = "VmHWM:";

  private final PrintStream out;
  private int step;

  Progress(PrintStream out) {
    this.out = out;
  }

  /** Runs a step and prints its line. */
  <T> T step(String title, Callable<T> work) throws Exception {
    step++;
    long start = System.nanoTime();
    T result = work.call();
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        Locale.ROOT,
        "[%d/%d] %-24s (%.1fs @ %.2fGB)%n",
        step,
        STEPS,
        title + "...",
        seconds,
        peakGigabytes());
    out.flush();
    return result;
  }

  /** Prints a line below a step. */
  void detail(String format, Object... arguments) {
    out.printf(Locale.ROOT, "      " + format + "%n", arguments);
  }

  private static double peakGigabytes() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith(PEAK)) {
          return Long.parseLong(line.substring(PEAK.length()).replace("kB", "").strip()) / 1e6;
        }
      }
    } catch (IOException e) {
      return 0;
    }
    return 0;
  }
}
