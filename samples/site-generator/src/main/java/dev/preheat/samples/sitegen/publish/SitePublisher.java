// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.publish;

import dev.preheat.samples.sitegen.config.SiteConfig;
import dev.preheat.samples.sitegen.model.Site;
import dev.preheat.samples.sitegen.model.SiteOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Makes all files of a site. */
public final class SitePublisher {

  private final SiteOptions options;
  private final boolean minify;

  /**
   * @param options where templates and assets are
   * @param minify whether to make style sheets smaller
   */
  public SitePublisher(SiteOptions options, boolean minify) {
    this.options = options;
    this.minify = minify;
  }

  /**
   * Makes the files of a site; nothing is written yet.
   *
   * @throws dev.preheat.samples.sitegen.SiteException if a template or asset is missing or faulty
   */
  public SiteFiles publish(Site site) throws IOException {
    SiteConfig config = site.config();
    StyleBundle styles = StyleBundle.of(options.assetFolder(), config, minify);
    Templates templates =
        new Templates(
            options.templateFolder(),
            config.basePath(),
            Map.of("site", config, "sections", site.sections(), "stylesheet", styles.path()));
    List<Publisher> publishers =
        List.of(
            new PagePublisher(templates),
            new ListPublisher(templates),
            new RedirectPublisher(templates),
            new FeedPublisher(),
            new SitemapPublisher(),
            new SearchPublisher(),
            new AssetPublisher(options.assetFolder(), styles));
    SiteFiles files = new SiteFiles();
    for (Publisher publisher : publishers) {
      publisher.publish(site, files);
    }
    return files;
  }
}
