// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the loader says became of an image.
 *
 * @param status {@code used} or {@code refused}
 * @param reason why the whole image was refused
 * @param installed methods
 * @param rejected methods
 * @param waiting methods
 * @param valid methods that are installed and still what runs when they are called
 * @param missing methods that are not installed, with the reason and its detail
 * @param invalidated methods that were installed and are no longer valid
 */
public record LoaderReport(
    String status,
    String reason,
    int installed,
    int rejected,
    int waiting,
    int valid,
    SortedMap<String, String> missing,
    SortedSet<String> invalidated) {

  /** Reads a report. */
  public static LoaderReport read(Path file) throws IOException {
    JsonNode root = new ObjectMapper().readTree(file.toFile());
    SortedMap<String, String> missing = new TreeMap<>();
    SortedSet<String> invalidated = new TreeSet<>();
    for (JsonNode method : root.get("methods")) {
      String name = method.get("method").asText();
      String why = method.get("reason").get("text").asText();
      if (why.equals("installed")) {
        invalidated.add(name);
      } else {
        missing.put(name, (why + " " + method.get("detail").asText()).strip());
      }
    }
    return new LoaderReport(
        root.get("status").asText(),
        root.get("refusal").asText(),
        root.get("installed").asInt(),
        root.get("rejected").asInt(),
        root.get("waiting").asInt(),
        root.get("valid").asInt(),
        missing,
        invalidated);
  }
}
