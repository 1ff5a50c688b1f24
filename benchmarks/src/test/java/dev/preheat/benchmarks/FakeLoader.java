// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Stands where Preheat's loader stands: starts the program, and reports if asked to. */
final class FakeLoader {
  private static final String USED =
      """
      {"status": "used", "refusal": "", "installed": 40, "rejected": 1, "waiting": 9,
       "reasons": [
         {"id": "INSTALLED", "text": "installed", "methods": 40},
         {"id": "CLASS_CHANGED", "text": "class changed", "methods": 1},
         {"id": "CLASS_NOT_LOADED", "text": "class not loaded", "methods": 9}]}
      """;
  private static final String REFUSED = "{\"status\": \"refused\", \"refusal\": \"other JDK\"}";

  private FakeLoader() {}

  /** Runs the program that is named. */
  public static void main(String[] arguments) throws Exception {
    String report = System.getProperty("preheat.report");
    if (report != null) {
      Files.writeString(
          Path.of(report), Arrays.asList(arguments).contains("refused") ? REFUSED : USED);
      System.err.println("preheat: reported");
    }
    String[] others = Arrays.copyOfRange(arguments, 1, arguments.length);
    Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) others);
  }
}
