// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Turns the exceptions of the JSON and YAML parsers into one line for the author of a file. */
public final class JsonMessages {

  private JsonMessages() {}

  /** Returns what went wrong and, if known, in which line and column. */
  public static String describe(JsonProcessingException exception) {
    if (exception instanceof UnrecognizedPropertyException unknown) {
      String known =
          unknown.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .sorted()
              .collect(Collectors.joining(", "));
      return "unknown key \"%s\"; known are %s".formatted(unknown.getPropertyName(), known);
    }
    String message = exception.getOriginalMessage().lines().findFirst().orElse("unreadable");
    JsonLocation location = exception.getLocation();
    return location == null || location.getLineNr() < 1
        ? message
        : message + " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }
}
