// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.loader.options.Options;
import dev.preheat.loader.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bugs of the loader are named as what they are, in one line, with the stack for a report. */
class FailureTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PrintStream messages = new PrintStream(out, true, StandardCharsets.UTF_8);

  @Test
  void aBugThatEndsTheLoaderIsReportedWithItsStack() {
    ImageThread thread = new ImageThread(Options.read(""), messages, null);
    thread.fail(new IllegalStateException("a bug"));

    assertEquals(
        "preheat: image not used: failure in the loader: java.lang.IllegalStateException: a bug;"
            + " report it with its stack, which a report in a file has"
            + " (-Dpreheat.report=<file>)\n",
        text());
    String json =
        Report.of("a.so", thread.refusal(), List.of(), thread.failure(), null, null).json();
    assertTrue(json.contains("\"status\": \"refused\""), json);
    assertTrue(json.contains("\"preheat: java.lang.IllegalStateException: a bug\\n\\tat "), json);
  }

  /** There is nothing that it could report on. */
  @Test
  void aBugInTheReportIsOneLine() throws InterruptedException {
    ReportThread thread = new ReportThread(Options.read(""), null, messages);
    thread.start();
    thread.join();

    String line = "preheat: no report: failure in the loader: java.lang.NullPointerException";
    assertTrue(text().startsWith(line), text());
    assertTrue(text().contains("at dev.preheat.loader.ReportThread.run("), text());
    assertTrue(text().endsWith("; report it\n"), text());
    assertEquals(1, text().lines().count());
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
