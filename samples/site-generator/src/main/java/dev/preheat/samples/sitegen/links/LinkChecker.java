// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.links;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Follows every link inside a finished site, whoever made it: author, template or generator. */
public final class LinkChecker {

  private final SortedMap<String, byte[]> files;
  private final String basePath;
  private final SortedMap<String, HtmlScanner.Result> pages = new TreeMap<>();

  /**
   * @param files the files of the site by their paths
   * @param basePath what every address inside the site starts with
   */
  public LinkChecker(SortedMap<String, byte[]> files, String basePath) {
    this.files = files;
    this.basePath = basePath;
  }

  /** Checks all links of all pages. */
  public LinkReport check() {
    files.forEach(
        (path, content) -> {
          if (path.endsWith(".html")) {
            pages.put(path, HtmlScanner.scan(new String(content, StandardCharsets.UTF_8)));
          }
        });
    int internal = 0;
    int external = 0;
    List<BrokenLink> broken = new ArrayList<>();
    for (Map.Entry<String, HtmlScanner.Result> page : pages.entrySet()) {
      for (String link : page.getValue().links()) {
        if (isExternal(link)) {
          external++;
        } else {
          internal++;
          problem(page.getKey(), link)
              .ifPresent(reason -> broken.add(new BrokenLink(page.getKey(), link, reason)));
        }
      }
    }
    return new LinkReport(internal, external, List.copyOf(broken));
  }

  private Optional<BrokenLink.Reason> problem(String file, String link) {
    URI target;
    try {
      target = URI.create(basePath + file).resolve(URI.create(link));
    } catch (IllegalArgumentException e) {
      return Optional.of(BrokenLink.Reason.MALFORMED);
    }
    String path = target.getPath();
    if (path == null || !path.startsWith(basePath)) {
      return Optional.of(BrokenLink.Reason.MISSING_FILE);
    }
    String below = path.substring(basePath.length());
    String targetFile = below.isEmpty() || below.endsWith("/") ? below + "index.html" : below;
    if (!files.containsKey(targetFile)) {
      return Optional.of(BrokenLink.Reason.MISSING_FILE);
    }
    String anchor = target.getFragment();
    boolean found = anchor == null || hasAnchor(targetFile, anchor);
    return found ? Optional.empty() : Optional.of(BrokenLink.Reason.MISSING_ANCHOR);
  }

  private boolean hasAnchor(String file, String anchor) {
    HtmlScanner.Result page = pages.get(file);
    return page != null && page.anchors().contains(anchor);
  }

  private static boolean isExternal(String link) {
    int colon = link.indexOf(':');
    int slash = link.indexOf('/');
    return link.startsWith("//") || colon > 0 && (slash < 0 || colon < slash);
  }
}
