package dev.preheat.benchmarks.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file for {@code java @file} with one argument a line, as Preheat's plugin writes it: plain, or
 * in double quotes with backslash escapes (the launcher's
 * src/java.base/share/native/libjli/args.c).
 */
final class ArgumentFile {
  private ArgumentFile() {}

  /**
   * The lines as they are written.
   *
   * @throws IOException if the file cannot be read
   */
  static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> !line.isEmpty()).toList();
  }

  /** The argument that a line stands for. */
  static String argument(String line) {
    if (line.length() < 2 || !line.startsWith("\"") || !line.endsWith("\"")) {
      return line;
    }
    StringBuilder argument = new StringBuilder();
    int end = line.length() - 1;
    for (int i = 1; i < end; i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < end) {
        i++;
        argument.append(escaped(line.charAt(i)));
      } else {
        argument.append(c);
      }
    }
    return argument.toString();
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'f' -> '\f';
      default -> c;
    };
  }
}
