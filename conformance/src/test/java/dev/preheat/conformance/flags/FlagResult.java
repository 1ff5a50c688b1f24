// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.flags;

import com.fasterxml.jackson.databind.JsonNode;
import dev.preheat.format.Json;

/**
 * A program with and without its image under one option more.
 *
 * @param option of the JVM
 * @param installed methods
 * @param refused why the image was refused as a whole, empty if it was used or the JVM died
 * @param with how the JVM with the image ended
 * @param without how the JVM without it ended
 * @param different whether the image made a difference that it must not make
 */
record FlagResult(
    String option, int installed, String refused, String with, String without, boolean different) {

  static FlagResult of(JsonNode json) {
    return new FlagResult(
        json.get("option").asText(),
        json.get("installed").asInt(),
        json.get("refused").asText(),
        json.get("with").asText(),
        json.get("without").asText(),
        json.get("different").asBoolean());
  }

  Json json() {
    return Json.object()
        .with("option", option)
        .with("installed", installed)
        .with("refused", refused)
        .with("with", with)
        .with("without", without)
        .with("different", different);
  }

  /** Whether the JVM does its work without an image: otherwise little is to be learned. */
  boolean runsWithout() {
    return without.equals(Ending.AS_ALWAYS);
  }

  /** Whether the image was used, and not a single method was installed. */
  boolean isUsedInVain() {
    return with.equals(Ending.AS_ALWAYS) && refused.isEmpty() && installed == 0;
  }
}
