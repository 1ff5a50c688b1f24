// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/** The keys of a request: each is taken once, and at the end none may be left. */
final class RequestProperties {
  /** Far above what the longest class path needs. */
  private static final long MAXIMUM_SIZE = 16 << 20;

  private final Properties properties;

  private RequestProperties(Properties properties) {
    this.properties = properties;
  }

  static RequestProperties read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      if (Files.size(file) > MAXIMUM_SIZE) {
        throw new IllegalArgumentException("it is larger than " + MAXIMUM_SIZE + " bytes");
      }
      properties.load(reader);
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new RequestFormatException(
          file
              + " is no request to the compiler: "
              + e.getMessage()
              + ". Name the properties file that the plugin wrote.",
          e);
    }
    return new RequestProperties(properties);
  }

  Optional<String> optionalText(String key) {
    return Optional.ofNullable((String) properties.remove(key));
  }

  String text(String key) {
    return optionalText(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + key + "' is missing: add a line '" + key + "=...'"));
  }

  List<String> texts(String key) {
    List<String> values = new ArrayList<>();
    Optional<String> value = optionalText(key + ".1");
    while (value.isPresent()) {
      values.add(value.orElseThrow());
      value = optionalText(key + '.' + (values.size() + 1));
    }
    return values;
  }

  Path path(String key) {
    return path(key, text(key));
  }

  Optional<Path> optionalPath(String key) {
    return optionalText(key).map(text -> path(key, text));
  }

  List<Path> paths(String key) {
    List<Path> paths = new ArrayList<>();
    for (String text : texts(key)) {
      paths.add(path(key, text));
    }
    return paths;
  }

  boolean truth(String key) {
    String text = text(key);
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(
              "'" + key + "' is '" + text + "': write true or false");
    };
  }

  int number(String key) {
    String text = text(key);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + key + "' is '" + text + "': write a whole number below 2147483648", e);
    }
  }

  /**
   * Checks that every key was taken.
   *
   * @throws IllegalArgumentException naming those that are unknown, or out of the sequence 1, 2, 3
   */
  void end() {
    if (!properties.isEmpty()) {
      throw new IllegalArgumentException(
          "nobody knows the keys "
              + new TreeSet<>(properties.stringPropertyNames())
              + ": remove them, use a plugin and a compiler of the same version, and number lists"
              + " 1, 2, 3");
    }
  }

  private static Path path(String key, String text) {
    try {
      if (!text.isEmpty()) {
        return Path.of(text);
      }
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "'" + key + "' is no path: " + e.getMessage() + ": correct it", e);
    }
    throw new IllegalArgumentException("'" + key + "' is empty: write a path");
  }
}
