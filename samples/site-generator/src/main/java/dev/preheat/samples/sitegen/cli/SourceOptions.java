// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.cli;

import dev.preheat.samples.sitegen.model.SiteOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of all commands that read a site. */
final class SourceOptions {

  @Parameters(paramLabel = "SITE", description = "Folder that holds site.json and content.")
  private Path folder;

  @Option(names = "--drafts", description = "Treat drafts like other pages.")
  private boolean drafts;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Address to publish under, instead of the one in site.json.")
  private URI baseUrl;

  SiteOptions toSiteOptions() {
    return new SiteOptions(folder, drafts, Optional.ofNullable(baseUrl));
  }
}
