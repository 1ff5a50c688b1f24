// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM compiled and gave up, as its log has it (src/hotspot/share/compiler/compileTask.cpp,
 * print_impl). What an image brings shows when it is given up only.
 */
public final class CompilationLog {
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*(\\d+) ([% ])([^ ]| ){4,5}(\\d)\\s+(\\S+)::(\\S+) (?:@ -?\\d+ )?\\(\\d+ bytes\\)"
              + "(?:\\s+made not entrant: (.*))?");

  /**
   * One line.
   *
   * @param method with its class
   * @param isLoop whether the code is entered from within a loop
   * @param givenUp why it is no longer entered; empty where it is new
   */
  public record Compilation(
      int id, int tier, String method, boolean isLoop, Optional<String> givenUp) {}

  private final List<Compilation> all;

  private CompilationLog(List<Compilation> all) {
    this.all = List.copyOf(all);
  }

  /** The option of a JVM that writes it. */
  public static String option(Path file) {
    return "-Xlog:jit+compilation=debug:file=" + file + ":none:filecount=0";
  }

  /** Reads it. */
  public static CompilationLog read(Path file) throws IOException {
    List<Compilation> all = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        all.add(
            new Compilation(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(4)),
                matcher.group(5) + "." + matcher.group(6),
                matcher.group(2).equals("%"),
                Optional.ofNullable(matcher.group(7))));
      }
    }
    return new CompilationLog(all);
  }

  /** What happened to a method's code, in order. */
  public List<Compilation> of(String method) {
    return all.stream().filter(each -> each.method().equals(method)).toList();
  }
}
