// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.publish;

import dev.preheat.samples.sitegen.content.Folders;
import dev.preheat.samples.sitegen.model.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies pictures and scripts, and writes the bundled style sheet. */
final class AssetPublisher implements Publisher {

  private final Path assetFolder;
  private final StyleBundle styles;

  AssetPublisher(Path assetFolder, StyleBundle styles) {
    this.assetFolder = assetFolder;
    this.styles = styles;
  }

  @Override
  public void publish(Site site, SiteFiles files) throws IOException {
    files.add(styles.path(), styles.css());
    for (String path : Folders.filesBelow(assetFolder)) {
      if (!site.config().stylesheets().contains(path)) {
        files.add("assets/" + path, Files.readAllBytes(assetFolder.resolve(path)));
      }
    }
  }
}
