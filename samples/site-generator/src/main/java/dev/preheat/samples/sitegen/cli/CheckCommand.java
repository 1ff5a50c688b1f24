// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.preheat.samples.sitegen.links.LinkChecker;
import dev.preheat.samples.sitegen.links.LinkReport;
import dev.preheat.samples.sitegen.model.Site;
import dev.preheat.samples.sitegen.model.SiteOptions;
import dev.preheat.samples.sitegen.model.SiteReader;
import dev.preheat.samples.sitegen.publish.SiteFiles;
import dev.preheat.samples.sitegen.publish.SitePublisher;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds a site in memory and reports the links that lead nowhere. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Reports links that lead nowhere; writes no site.")
final class CheckCommand implements Callable<Integer> {

  /** Form of the report. */
  enum Format {
    /** One line per link. */
    TEXT,
    /** One JSON object. */
    JSON
  }

  @Mixin private SourceOptions source;
  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      defaultValue = "TEXT",
      paramLabel = "FORMAT",
      description = "Form of the report: ${COMPLETION-CANDIDATES}.")
  private Format format;

  @Override
  public Integer call() throws IOException {
    SiteOptions options = source.toSiteOptions();
    Site site = new SiteReader().read(options);
    SiteFiles files = new SitePublisher(options, false).publish(site);
    LinkReport report = new LinkChecker(files.all(), site.config().basePath()).check();
    print(report, spec.commandLine().getOut());
    return report.broken().isEmpty() ? 0 : SiteCommand.PROBLEM;
  }

  private void print(LinkReport report, PrintWriter out) throws IOException {
    switch (format) {
      case TEXT -> {
        LinkPrinter.print(report, out);
        out.printf(
            "%,d links inside the site, %,d broken%n", report.internal(), report.broken().size());
      }
      case JSON -> {
        ObjectMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        out.println(mapper.writeValueAsString(report));
      }
    }
  }
}
