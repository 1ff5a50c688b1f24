// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.publish;

import dev.preheat.samples.sitegen.config.SiteConfig;
import dev.preheat.samples.sitegen.model.Page;
import dev.preheat.samples.sitegen.model.Site;
import java.time.LocalDate;
import javax.xml.stream.XMLStreamException;

/** Makes the Atom feed (RFC 4287) of the newest pages. */
final class FeedPublisher implements Publisher {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  @Override
  public void publish(Site site, SiteFiles files) {
    files.add("feed.xml", XmlText.write(xml -> feed(site, xml)));
  }

  private static void feed(Site site, XmlText xml) throws XMLStreamException {
    SiteConfig config = site.config();
    xml.open("feed", ATOM);
    xml.element("title", config.title());
    xml.element("subtitle", config.description());
    xml.element("id", config.absoluteUrl(""));
    xml.element("updated", instant(site.updated()));
    xml.empty("link", "rel", "self", "href", config.absoluteUrl("feed.xml"));
    xml.empty("link", "rel", "alternate", "href", config.absoluteUrl(""));
    for (Page page : site.articlesNewestFirst().stream().limit(config.feedEntries()).toList()) {
      entry(config, page, xml);
    }
    xml.close();
  }

  private static void entry(SiteConfig config, Page page, XmlText xml) throws XMLStreamException {
    String author = page.frontMatter().author();
    xml.open("entry");
    xml.element("title", page.title());
    xml.element("id", config.absoluteUrl(page.url()));
    xml.empty("link", "rel", "alternate", "href", config.absoluteUrl(page.url()));
    xml.element("published", instant(page.date()));
    xml.element("updated", instant(page.updated()));
    xml.open("author");
    xml.element("name", author == null ? config.author() : author);
    xml.close();
    for (String tag : page.frontMatter().tags()) {
      xml.empty("category", "term", tag);
    }
    xml.element("summary", page.summary());
    xml.element("content", page.html(), "type", "html");
    xml.close();
  }

  private static String instant(LocalDate date) {
    return date + "T00:00:00Z";
  }
}
