// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.cli;

import dev.preheat.samples.sitegen.model.Page;
import dev.preheat.samples.sitegen.model.Site;
import dev.preheat.samples.sitegen.model.SiteReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints figures about each page. */
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    description = "Prints words, code and reading time of each page.")
final class StatsCommand implements Callable<Integer> {

  /** What the pages are sorted by. */
  enum Order {
    /** Address. */
    URL(Comparator.comparing(Page::url)),
    /** Number of words, most first. */
    WORDS(Comparator.<Page>comparingInt(page -> page.facts().words()).reversed()),
    /** Day of publication, newest first. */
    DATE(Comparator.comparing(Page::date).reversed());

    private final Comparator<Page> comparator;

    Order(Comparator<Page> comparator) {
      this.comparator = comparator.thenComparing(Page::url);
    }
  }

  @Mixin private SourceOptions source;
  @Spec private CommandSpec spec;

  @Option(
      names = "--sort",
      defaultValue = "URL",
      paramLabel = "ORDER",
      description = "What to sort by: ${COMPLETION-CANDIDATES}.")
  private Order order;

  @Override
  public Integer call() throws IOException {
    Site site = new SiteReader().read(source.toSiteOptions());
    List<Page> pages = site.pages().stream().sorted(order.comparator).toList();
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%6s %6s %6s %6s  %-10s  %s%n", "words", "code", "links", "min", "date", "page");
    for (Page page : pages) {
      out.printf(
          "%,6d %6d %6d %6d  %-10s  /%s%n",
          page.facts().words(),
          page.facts().codeBlockCount(),
          page.facts().links(),
          page.readingMinutes(),
          page.date(),
          page.url());
    }
    return 0;
  }
}
