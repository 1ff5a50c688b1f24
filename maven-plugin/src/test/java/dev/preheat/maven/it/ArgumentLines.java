package dev.preheat.maven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads files for {@code java @file} that have one argument a line, as this plugin writes them. */
final class ArgumentLines {
  private ArgumentLines() {}

  static List<String> read(Path file) throws IOException {
    List<String> arguments = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      arguments.add(line.startsWith("\"") ? unquoted(line) : line);
    }
    return arguments;
  }

  private static String unquoted(String line) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < line.length() - 1; i++) {
      if (line.charAt(i) == '\\') {
        i++;
      }
      text.append(line.charAt(i));
    }
    return text.toString();
  }
}
