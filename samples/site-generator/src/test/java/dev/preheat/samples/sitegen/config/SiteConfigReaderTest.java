// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.samples.sitegen.SiteException;
import dev.preheat.samples.sitegen.SiteFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteConfigReaderTest {

  private final SiteConfigReader reader = new SiteConfigReader();

  @TempDir private Path folder;

  @Test
  void readsTheConfiguration() throws IOException {
    SiteConfig config = reader.read(SiteFolder.in(folder).path());

    assertEquals("Small site", config.title());
    assertEquals("/docs/", config.basePath());
    assertEquals("https://example.org/docs/feed.xml", config.absoluteUrl("feed.xml"));
    assertEquals(new NavigationLink("Home", ""), config.navigation().getFirst());
  }

  @Test
  void anotherAddressChangesNothingElse() throws IOException {
    SiteConfig config = reader.read(SiteFolder.in(folder).path());

    SiteConfig moved = config.withBaseUrl(URI.create("http://localhost:8080/"));

    assertEquals("/", moved.basePath());
    assertEquals(config, moved.withBaseUrl(config.baseUrl()));
  }

  @Test
  void aMissingFileIsNamed() {
    SiteException thrown = assertThrows(SiteException.class, () -> reader.read(folder));
    assertTrue(thrown.getMessage().startsWith("There is no site.json in " + folder + "."));
  }

  @Test
  void anUnknownKeyIsNamed() throws IOException {
    assertProblem(
        "\"author\"",
        "\"autor\": \"Ada\", \"author\"",
        "unknown key \"autor\"; known are author, baseUrl, ");
  }

  @Test
  void aTypingMistakeIsNamedWithItsPlace() throws IOException {
    assertProblem("\"author\":", "\"author\"", "(line 5, column ");
  }

  @Test
  void aMissingKeyIsNamed() throws IOException {
    assertProblem("\"feedEntries\": 2,", "", "feedEntries");
  }

  @Test
  void anAddressWithoutSlashIsRefused() throws IOException {
    assertProblem(
        "/docs/\"",
        "/docs\"",
        "baseUrl must be absolute and end with a slash: https://example.org");
  }

  @Test
  void figuresThatMakeNoSenseAreRefused() throws IOException {
    assertProblem("\"feedEntries\": 2", "\"feedEntries\": 0", "feedEntries must be positive: 0");
    assertProblem("\"relatedPages\": 2", "\"relatedPages\": -1", "must not be negative: -1");
    assertProblem("\"wordsPerMinute\": 200", "\"wordsPerMinute\": 0", "must be positive: 0");
  }

  private void assertProblem(String good, String bad, String... words) throws IOException {
    Path site = Files.createTempDirectory(folder, "site");
    Path file = SiteFolder.in(site).path().resolve("site.json");
    Files.writeString(file, Files.readString(file).replace(good, bad));
    SiteException thrown = assertThrows(SiteException.class, () -> reader.read(site));
    for (String word : words) {
      assertTrue(thrown.getMessage().contains(word), thrown::getMessage);
    }
  }
}
