// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.publish;

import dev.preheat.samples.sitegen.SiteException;
import dev.preheat.samples.sitegen.config.SiteConfig;
import dev.preheat.samples.sitegen.css.CssMinifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * All style sheets of the site in one file. Its name holds a digest of its content, so that
 * browsers can keep it for ever.
 *
 * @param path path below the site's root
 * @param css the styles
 * @param sourceBytes size of the style sheets before they were bundled
 */
record StyleBundle(String path, String css, long sourceBytes) {

  private static final int NAME_DIGITS = 10;

  /**
   * Bundles the style sheets that the configuration names.
   *
   * @param assetFolder folder that holds them
   * @param minify whether to make them smaller
   * @throws SiteException if one of them is missing
   */
  static StyleBundle of(Path assetFolder, SiteConfig config, boolean minify) throws IOException {
    StringBuilder bundle = new StringBuilder();
    long sourceBytes = 0;
    for (String name : config.stylesheets()) {
      String css = read(assetFolder.resolve(name), name);
      sourceBytes += css.getBytes(StandardCharsets.UTF_8).length;
      bundle.append(minify ? CssMinifier.minify(css) : css);
    }
    byte[] content = bundle.toString().getBytes(StandardCharsets.UTF_8);
    String name = "assets/site-" + SiteDigest.sha256(content).substring(0, NAME_DIGITS) + ".css";
    return new StyleBundle(name, bundle.toString(), sourceBytes);
  }

  private static String read(Path file, String name) throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new SiteException(
          "There is no style sheet " + file + ".",
          "Add it, or take \"" + name + "\" out of \"stylesheets\" in site.json.",
          e);
    }
  }
}
