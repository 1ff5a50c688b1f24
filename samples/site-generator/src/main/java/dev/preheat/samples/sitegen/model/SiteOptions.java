// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.model;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line says about a site.
 *
 * @param folder folder that holds {@code site.json}
 * @param drafts whether drafts are part of the site
 * @param baseUrl address to use instead of the configured one
 */
public record SiteOptions(Path folder, boolean drafts, Optional<URI> baseUrl) {

  /** Returns the folder of the pages. */
  public Path contentFolder() {
    return folder.resolve("content");
  }

  /** Returns the folder of the data files. */
  public Path dataFolder() {
    return folder.resolve("data");
  }

  /** Returns the folder of the templates. */
  public Path templateFolder() {
    return folder.resolve("templates");
  }

  /** Returns the folder of style sheets, scripts and pictures. */
  public Path assetFolder() {
    return folder.resolve("assets");
  }
}
