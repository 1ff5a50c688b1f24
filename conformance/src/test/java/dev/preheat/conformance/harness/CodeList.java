// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What compiled code a JVM had at a moment, as its diagnostic command {@code Compiler.codelist}
 * prints it (src/hotspot/share/code/codeCache.cpp, print_codelist).
 */
public final class CodeList {
  /** Compile id, level, state (0 is in use), method. */
  private static final Pattern LINE =
      Pattern.compile("\\s*-?\\d+\\s+(\\d+)\\s+(-?\\d+)\\s+([^\\s(]+)\\(.*");

  private final Map<String, Set<Integer>> levels = new HashMap<>();

  private CodeList() {}

  /** Reads what a program wrote. */
  public static CodeList read(Path file) throws IOException {
    CodeList list = new CodeList();
    for (String line : Files.readAllLines(file)) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches() && matcher.group(2).equals("0")) {
        list.levels
            .computeIfAbsent(matcher.group(3), key -> new TreeSet<>())
            .add(Integer.valueOf(matcher.group(1)));
      }
    }
    return list;
  }

  /** The levels of a method's code: several where some is kept for loops that run. */
  public Set<Integer> levels(String method) {
    return levels.getOrDefault(method, Set.of());
  }
}
