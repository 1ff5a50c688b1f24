// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.publish;

import dev.preheat.samples.sitegen.model.Page;
import dev.preheat.samples.sitegen.model.Site;
import java.io.IOException;
import java.util.Map;

/** Makes a page at each former address of a page, which leads to the present one. */
final class RedirectPublisher implements Publisher {

  private final Templates templates;

  RedirectPublisher(Templates templates) {
    this.templates = templates;
  }

  @Override
  public void publish(Site site, SiteFiles files) throws IOException {
    for (Page page : site.pages()) {
      for (String alias : page.frontMatter().aliases()) {
        String folder = alias.endsWith("/") ? alias : alias + "/";
        files.add(folder + "index.html", templates.render("redirect", Map.of("page", page)));
      }
    }
  }
}
