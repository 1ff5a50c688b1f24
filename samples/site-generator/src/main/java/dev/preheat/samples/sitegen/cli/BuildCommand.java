// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.cli;

import dev.preheat.samples.sitegen.links.LinkChecker;
import dev.preheat.samples.sitegen.links.LinkReport;
import dev.preheat.samples.sitegen.model.Site;
import dev.preheat.samples.sitegen.model.SiteOptions;
import dev.preheat.samples.sitegen.model.SiteReader;
import dev.preheat.samples.sitegen.publish.SiteDigest;
import dev.preheat.samples.sitegen.publish.SiteFiles;
import dev.preheat.samples.sitegen.publish.SitePublisher;
import dev.preheat.samples.sitegen.publish.SiteWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds a site and writes it into a folder. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = "Builds the site and writes it into a folder.")
final class BuildCommand implements Callable<Integer> {

  @Mixin private SourceOptions source;
  @Spec private CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FOLDER",
      description = "Folder to write the site to.")
  private Path output;

  @Option(names = "--digest", description = "Print a SHA-256 over all files of the site.")
  private boolean digest;

  @Option(
      names = "--minify",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Make style sheets smaller; on unless negated.")
  private boolean minify;

  @Option(names = "--strict", description = "Fail if a link of the site leads nowhere.")
  private boolean strict;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print problems and the digest only.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    SiteOptions options = source.toSiteOptions();
    SiteWriter writer = new SiteWriter(output, options.folder());
    Site site = new SiteReader().read(options);
    SiteFiles files = new SitePublisher(options, minify).publish(site);
    LinkReport links = new LinkChecker(files.all(), site.config().basePath()).check();
    int written = writer.write(files);

    PrintWriter out = spec.commandLine().getOut();
    if (!quiet) {
      Summary.of(site, files, links, written).printTo(out);
    }
    if (digest) {
      out.println("sha256 " + SiteDigest.of(files.all()));
    }
    LinkPrinter.print(links, spec.commandLine().getErr());
    return strict && !links.broken().isEmpty() ? SiteCommand.PROBLEM : 0;
  }
}
