// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.publish;

import dev.preheat.samples.sitegen.model.Page;
import dev.preheat.samples.sitegen.model.Site;
import dev.preheat.samples.sitegen.model.Tag;
import javax.xml.stream.XMLStreamException;

/** Makes the list of all pages for search engines, and the file that tells them where it is. */
final class SitemapPublisher implements Publisher {

  private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

  @Override
  public void publish(Site site, SiteFiles files) {
    files.add("sitemap.xml", XmlText.write(xml -> sitemap(site, xml)));
    String address = site.config().absoluteUrl("sitemap.xml");
    files.add("robots.txt", "User-agent: *\nAllow: /\nSitemap: " + address + "\n");
  }

  private static void sitemap(Site site, XmlText xml) throws XMLStreamException {
    xml.open("urlset", SITEMAP);
    for (Page page : site.pages()) {
      xml.open("url");
      xml.element("loc", site.config().absoluteUrl(page.url()));
      xml.element("lastmod", page.updated().toString());
      xml.close();
    }
    for (Tag tag : site.tags()) {
      xml.open("url");
      xml.element("loc", site.config().absoluteUrl(tag.url()));
      xml.close();
    }
    xml.close();
  }
}
