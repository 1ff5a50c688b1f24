// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.suites.runner;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * What became of every test, and of every container of tests that did not succeed, by unique id.
 * Text is escaped so that it has one line.
 */
final class Outcomes implements TestExecutionListener {
  private final Map<String, String> outcomes = new ConcurrentSkipListMap<>();

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    outcomes.put(test.getUniqueId(), "skipped " + reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    String outcome =
        switch (result.getStatus()) {
          case SUCCESSFUL -> "succeeded";
          case ABORTED -> "aborted" + cause(result);
          case FAILED -> "failed" + cause(result);
        };
    if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
      outcomes.put(test.getUniqueId(), outcome);
    }
  }

  private static String cause(TestExecutionResult result) {
    return result.getThrowable().map(thrown -> " " + text(thrown)).orElse("");
  }

  private static String text(Throwable thrown) {
    String message;
    try {
      message = thrown.getMessage();
    } catch (RuntimeException e) {
      message = "no message: " + e.getClass().getName();
    }
    return thrown.getClass().getName() + ": " + message;
  }

  /** One line for each: unique id, a tab, outcome; sorted by unique id. */
  List<String> lines() {
    return new TreeMap<>(outcomes)
        .entrySet().stream()
            .map(entry -> escaped(entry.getKey()) + "\t" + escaped(entry.getValue()))
            .toList();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '\\' || Character.isSurrogate(c)) {
        escaped.append(String.format("\\u%04x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
