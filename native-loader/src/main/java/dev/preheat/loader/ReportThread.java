// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import dev.preheat.loader.options.Options;
import dev.preheat.loader.outcome.Failure;
import dev.preheat.loader.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reports at exit, when the user asked for it. */
final class ReportThread extends Thread {

  private final Options options;
  private final ImageThread source;
  private final PrintStream messages;

  ReportThread(Options options, ImageThread source, PrintStream messages) {
    super(null, null, "preheat-report", 0, false);
    this.options = options;
    this.source = source;
    this.messages = messages;
  }

  @Override
  public void run() {
    try {
      source.end();
      Report report =
          Report.of(
              options.image(),
              source.refusal(),
              source.warnings(),
              source.failure(),
              source.loader(),
              source.phases());
      if (!options.isReportSummary()) {
        report.write(Path.of(options.report()));
      } else if (source.refusal() == null) {
        messages.println(report.summary());
      }
    } catch (IOException | InvalidPathException e) {
      messages.println(
          "preheat: no report: cannot write "
              + options.report()
              + ": "
              + e
              + "; name another file in preheat.report.");
    } catch (RuntimeException | Error e) {
      messages.println(
          "preheat: no report: failure in the loader"
              + Failure.text("", e).lines().map(String::strip).collect(Collectors.joining(" "))
              + "; report it");
    }
  }
}
