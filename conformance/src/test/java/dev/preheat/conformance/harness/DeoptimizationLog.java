// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The deoptimisations of a JVM, as it logs them (src/hotspot/share/runtime/deoptimization.cpp,
 * log_deopt).
 */
public final class DeoptimizationLog {
  private static final Pattern LINE =
      Pattern.compile(
          "\\[[^\\]]*\\]\\s*cid=\\s*\\d+ .* (\\S+)\\.([^\\s(]+)\\(.* trap_bci=-?\\d+ (\\S+) (\\S+) pc=.*");

  /**
   * One.
   *
   * @param method whose instruction the interpreter goes on with, with its class
   */
  public record Deoptimization(String method, String reason, String action) {}

  private final List<Deoptimization> all;

  private DeoptimizationLog(List<Deoptimization> all) {
    this.all = List.copyOf(all);
  }

  /** The option of a JVM that writes it. */
  public static String option(Path file) {
    return "-Xlog:deoptimization=debug:file=" + file + ":tags:filecount=0";
  }

  /** Reads it. */
  public static DeoptimizationLog read(Path file) throws IOException {
    List<Deoptimization> all = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        all.add(
            new Deoptimization(
                matcher.group(1) + "." + matcher.group(2), matcher.group(3), matcher.group(4)));
      }
    }
    return new DeoptimizationLog(all);
  }

  /** All. */
  public List<Deoptimization> all() {
    return all;
  }

  /** How many there were of each method, of classes whose names start so. */
  public SortedMap<String, Long> byMethod(String classes) {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Deoptimization each : all) {
      if (each.method().startsWith(classes)) {
        counts.merge(each.method(), 1L, Long::sum);
      }
    }
    return counts;
  }
}
