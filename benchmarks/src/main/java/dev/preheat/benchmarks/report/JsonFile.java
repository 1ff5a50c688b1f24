// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.preheat.benchmarks.program.BenchmarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A report of the loader or the compiler, with the member that is wrong in each message. */
final class JsonFile {
  private final Path file;
  private final JsonNode root;

  private JsonFile(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Reads a file.
   *
   * @throws BenchmarkException if it is not there, or no object of JSON
   * @throws IOException if it cannot be read
   */
  static JsonFile read(Path file) throws BenchmarkException, IOException {
    if (!Files.isRegularFile(file)) {
      throw new BenchmarkException("no report " + file + ": nobody wrote it");
    }
    try {
      JsonNode root = new ObjectMapper().readTree(file.toFile());
      if (!root.isObject()) {
        throw new BenchmarkException(file + " is no object of JSON");
      }
      return new JsonFile(file, root);
    } catch (JsonProcessingException e) {
      throw new BenchmarkException(file + " is no JSON: " + e.getOriginalMessage());
    }
  }

  String text(String name) throws BenchmarkException {
    JsonNode member = root.path(name);
    if (!member.isTextual()) {
      throw new BenchmarkException(file + " has no text '" + name + "'");
    }
    return member.textValue();
  }

  int count(String name) throws BenchmarkException {
    return count(name, root.path(name));
  }

  /** A list of reasons. */
  List<Reason> reasons(String name) throws BenchmarkException {
    JsonNode member = root.path(name);
    if (!member.isArray()) {
      throw new BenchmarkException(file + " has no list '" + name + "'");
    }
    List<Reason> reasons = new ArrayList<>();
    for (JsonNode each : member) {
      String id = each.path("id").asText();
      reasons.add(
          new Reason(id, each.path("text").asText(), count(name + "." + id, each.path("methods"))));
    }
    return reasons;
  }

  private int count(String name, JsonNode member) throws BenchmarkException {
    if (!member.canConvertToInt() || member.intValue() < 0) {
      throw new BenchmarkException(file + " has no count '" + name + "'");
    }
    return member.intValue();
  }
}
