// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The pairs of an option string, taken one after the other; what is left at the end is unknown.
 *
 * <p>It runs while the user's JVM starts: no lambdas here, whose bootstrap costs milliseconds.
 */
final class AgentOptionsParser {
  private final TreeMap<String, List<String>> pairs = new TreeMap<>();

  AgentOptionsParser(String text) {
    for (String pair : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(
            "the agent's option '" + pair + "' has no value: write key=value, a comma as %2C");
      }
      List<String> values = new ArrayList<>();
      for (String value : pair.substring(equals + 1).split(":", -1)) {
        if (!value.isEmpty()) {
          values.add(PercentEncoding.decode(value));
        }
      }
      String key = pair.substring(0, equals);
      if (pairs.put(key, values) != null) {
        throw new IllegalArgumentException(
            "the agent's option '" + key + "' is there twice: write one, with colons in its list");
      }
    }
  }

  /** The values of a key; empty where it is missing. */
  List<String> take(String key) {
    List<String> values = pairs.remove(key);
    return values == null ? List.of() : values;
  }

  List<Path> takePaths(String key) {
    List<Path> paths = new ArrayList<>();
    for (String value : take(key)) {
      paths.add(path(key, value));
    }
    return paths;
  }

  Optional<Path> takePath(String key) {
    Optional<String> value = takeOne(key);
    return value.isPresent() ? Optional.of(path(key, value.get())) : Optional.empty();
  }

  int takeNumber(String key, int absent) {
    Optional<String> value = takeOne(key);
    try {
      return value.isPresent() ? Integer.parseInt(value.get()) : absent;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the agent's option '" + key + "' is '" + value.get() + "': write a number", e);
    }
  }

  boolean takeTruth(String key, boolean absent) {
    Optional<String> value = takeOne(key);
    if (value.isEmpty()) {
      return absent;
    }
    return switch (value.get()) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(
              "the agent's option '" + key + "' is '" + value.get() + "': write true or false");
    };
  }

  Path path(String key, String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "the agent's option '" + key + "' is '" + value + "', which is no path here", e);
    }
  }

  void end() {
    if (!pairs.isEmpty()) {
      throw new IllegalArgumentException(
          "the agent's option '"
              + pairs.firstKey()
              + "' is unknown: known are directory, includes, excludes, excludeLocations, limit,"
              + " instrument and log");
    }
  }

  private Optional<String> takeOne(String key) {
    List<String> values = take(key);
    if (values.size() > 1) {
      throw new IllegalArgumentException(
          "the agent's option '" + key + "' is a list: write one value, a colon as %3A");
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }
}
