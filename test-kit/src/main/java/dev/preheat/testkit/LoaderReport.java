// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the loader says became of an image (docs/reports.md).
 *
 * @param status {@code used} or {@code refused}
 * @param reason why the whole image was refused
 * @param installed methods
 * @param rejected methods
 * @param waiting methods
 * @param valid methods that are installed and still what runs when they are called
 * @param reasons what became of how many methods, by its id
 * @param methods those that are not installed, or no longer valid
 */
public record LoaderReport(
    String status,
    String reason,
    int installed,
    int rejected,
    int waiting,
    int valid,
    Map<String, Integer> reasons,
    List<Method> methods) {

  private static final String INSTALLED = "installed";
  private static final String INVALIDATED = "invalidated: ";

  /**
   * A method that is not installed, or no longer valid.
   *
   * @param name class, name and descriptor
   * @param reason in words; {@code installed} if it was
   * @param detail what the reason is about, mostly empty; of one that was invalidated, why
   */
  public record Method(String name, String reason, String detail) {
    private boolean isInvalidated() {
      return reason.equals(INSTALLED);
    }
  }

  public LoaderReport {
    reasons = Map.copyOf(reasons);
    methods = List.copyOf(methods);
  }

  /** Reads a report. */
  public static LoaderReport read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  /**
   * Parses a report.
   *
   * @param json empty for none: then everything is empty, and every number 0
   * @throws IllegalArgumentException if it is something else
   */
  public static LoaderReport parse(String json) {
    if (json.isEmpty()) {
      return new LoaderReport("", "", 0, 0, 0, 0, Map.of(), List.of());
    }
    try {
      return of(new ObjectMapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static LoaderReport of(JsonNode root) {
    List<Method> methods = new ArrayList<>();
    for (JsonNode method : root.required("methods")) {
      methods.add(
          new Method(
              method.required("method").asText(),
              method.required("reason").required("text").asText(),
              method.has("invalidation")
                  ? INVALIDATED + method.get("invalidation").required("text").asText()
                  : method.required("detail").asText()));
    }
    Map<String, Integer> reasons = new TreeMap<>();
    for (JsonNode reason : root.required("reasons")) {
      reasons.put(reason.required("id").asText(), reason.required("methods").asInt());
    }
    return new LoaderReport(
        root.required("status").asText(),
        root.required("refusal").asText(),
        root.required("installed").asInt(),
        root.required("rejected").asInt(),
        root.required("waiting").asInt(),
        root.required("valid").asInt(),
        reasons,
        methods);
  }

  /** Methods that are not installed, with the reason and its detail. */
  public SortedMap<String, String> missing() {
    SortedMap<String, String> missing = new TreeMap<>();
    for (Method method : methods) {
      if (!method.isInvalidated()) {
        missing.put(method.name, (method.reason + " " + method.detail).strip());
      }
    }
    return Collections.unmodifiableSortedMap(missing);
  }

  /** Methods that were installed and are no longer valid. */
  public SortedSet<String> invalidated() {
    SortedSet<String> invalidated = new TreeSet<>();
    for (Method method : methods) {
      if (method.isInvalidated()) {
        invalidated.add(method.name);
      }
    }
    return Collections.unmodifiableSortedSet(invalidated);
  }
}
