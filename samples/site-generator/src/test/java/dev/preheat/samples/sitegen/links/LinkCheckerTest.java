// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.links;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.samples.sitegen.publish.SiteFiles;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkCheckerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/docs/",
        "/docs/a/",
        "/docs/a/#here",
        "#there",
        "/docs/a/index.html",
        "../a/",
        "/docs/logo.svg",
        "/docs/a/?x=1&amp;y=2#here"
      })
  void linksThatLeadSomewhereAreFine(String link) {
    LinkReport report = check(link);
    assertEquals(List.of(), report.broken());
    assertEquals(1, report.internal());
  }

  @ParameterizedTest
  @CsvSource({
    "/docs/b/,MISSING_FILE",
    "/docs/a,MISSING_FILE",
    "/elsewhere/,MISSING_FILE",
    "../../../x,MISSING_FILE",
    "a.md,MISSING_FILE",
    "/docs/a/#nowhere,MISSING_ANCHOR",
    "#nowhere,MISSING_ANCHOR",
    "/docs/logo.svg#x,MISSING_ANCHOR",
    "/docs/a b,MALFORMED",
  })
  void linksThatLeadNowhereAreReported(String link, BrokenLink.Reason reason) {
    assertEquals(List.of(new BrokenLink("p/index.html", link, reason)), check(link).broken());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/", "mailto:ada@example.org", "//cdn.example.org/x"})
  void otherSitesAreCountedOnly(String link) {
    LinkReport report = check(link);
    assertEquals(1, report.external());
    assertEquals(0, report.internal());
    assertEquals(List.of(), report.broken());
  }

  @Test
  void anchorsAndLinksAreFoundInUntidyMarkup() {
    HtmlScanner.Result result =
        HtmlScanner.scan(
            "<!-- <a href='no'> --><A ID='x' href = y><img\nsrc=\"z\" alt='a > b' id=\"w\">"
                + "<a hidden href='q'>5 < 6</a><p id=\"open");
    assertEquals(Set.of("w"), result.anchors());
    assertEquals(Set.of("z", "q"), result.links());
  }

  private static LinkReport check(String link) {
    SiteFiles files = new SiteFiles();
    files.add("index.html", "<p>front</p>");
    files.add("a/index.html", "<h2 id=\"here\">x</h2>");
    files.add("p/index.html", "<h2 id=\"there\">y</h2><a href=\"" + link + "\">z</a>");
    files.add("logo.svg", "<svg/>");
    return new LinkChecker(files.all(), "/docs/").check();
  }
}
