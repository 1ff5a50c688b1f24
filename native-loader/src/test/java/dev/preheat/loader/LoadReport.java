// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.loader.ChildJvm.Result;
import dev.preheat.loader.outcome.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program printed, and what the loader's report says.
 *
 * @param json the report, empty when there is none
 */
record LoadReport(Result run, String json) {

  private static final Pattern METHOD =
      Pattern.compile(
          "\"method\": \"(.*)\",\\s*\"reason\": \\{\\s*\"id\": \"\\w+\",\\s*\"text\": \"(.*)\"\\s*\\},"
              + "\\s*\"detail\": \"(.*)\"");

  /** Reads the report of a run that has ended. */
  static LoadReport of(Result run, Path report) throws IOException {
    return new LoadReport(run, Files.exists(report) ? Files.readString(report) : "");
  }

  /** A number of the report; 0 when it does not say it. */
  int number(String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\": (\\d+)").matcher(json);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** How many methods have a reason. */
  int number(Outcome reason) {
    Matcher matcher =
        Pattern.compile("\"id\": \"" + reason + "\",\\s*\"text\": \".*\",\\s*\"methods\": (\\d+)")
            .matcher(json);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** Methods that are not installed, or no longer valid, by the beginnings of their names. */
  List<String> missing(String... beginnings) {
    List<String> missing = new ArrayList<>();
    Matcher matcher = METHOD.matcher(json);
    while (matcher.find()) {
      for (String beginning : beginnings) {
        if (matcher.group(1).startsWith(beginning)) {
          missing.add(matcher.group(1) + ": " + outcome(matcher));
        }
      }
    }
    return missing.stream().sorted().toList();
  }

  /** Reason and detail of a method that is not installed, or no longer valid; else empty. */
  String of(String method) {
    Matcher matcher = METHOD.matcher(json);
    while (matcher.find()) {
      if (matcher.group(1).equals(method)) {
        return outcome(matcher);
      }
    }
    return "";
  }

  /**
   * The image was used. Where the JIT is faster than the loader, a method counts as rejected that
   * might as well be installed; such are the loader's own.
   *
   * @param installed the fewest methods that are
   * @param rejected how many others are for any other reason
   */
  void assertCounts(int installed, int rejected) {
    assertTrue(number("installed") >= installed, this::toString);
    assertEquals(rejected, number("rejected") - number(Outcome.ALREADY_COMPILED), this::toString);
  }

  private static String outcome(Matcher method) {
    return method.group(2) + ": " + method.group(3);
  }
}
