// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.samples.sitegen.SiteException;
import dev.preheat.samples.sitegen.content.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteWriterTest {

  @TempDir private Path folder;

  @Test
  void onlyWhatChangedIsWritten() throws IOException {
    Path output = folder.resolve("out");
    SiteWriter writer = new SiteWriter(output, folder.resolve("site"));
    SiteFiles first = files("a", "b");

    assertEquals(2, writer.write(first));
    assertEquals(0, writer.write(first));
    assertEquals(1, writer.write(files("a", "c")));

    assertEquals(List.of("x.html", "y/index.html"), Folders.filesBelow(output));
    assertEquals("c", Files.readString(output.resolve("y/index.html")));
  }

  @Test
  void otherFilesAreLeftAlone() throws IOException {
    Path output = Files.createDirectory(folder.resolve("out"));
    Path mine = Files.writeString(output.resolve("notes.txt"), "mine");
    new SiteWriter(output, folder.resolve("site")).write(files("a", "b"));
    assertEquals("mine", Files.readString(mine));
  }

  @ParameterizedTest
  @ValueSource(strings = {"site", ".", "site/content", "site/content/sub", "site/assets"})
  void theSourcesAreNeverMixedWithTheOutput(String output) {
    Path site = folder.resolve("site");
    SiteException thrown =
        assertThrows(SiteException.class, () -> new SiteWriter(folder.resolve(output), site));
    assertTrue(thrown.getMessage().contains("would mix with the sources"));
  }

  @Test
  void twoFilesOfOneNameAreRefused() {
    SiteFiles files = files("a", "b");
    SiteException thrown = assertThrows(SiteException.class, () -> files.add("x.html", "again"));
    assertTrue(thrown.getMessage().startsWith("Two things of the site would be written to x.html"));
  }

  @Test
  void theDigestDependsOnNamesAndContents() {
    String digest = SiteDigest.of(files("a", "b").all());
    assertEquals(digest, SiteDigest.of(files("a", "b").all()));
    assertNotEquals(digest, SiteDigest.of(files("b", "a").all()));
    assertNotEquals(digest, SiteDigest.of(files("ab", "").all()));
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        SiteDigest.of(new SiteFiles().all()));
  }

  @Test
  void sizesAreAddedUp() {
    assertEquals(3, files("ä", "b").totalBytes());
  }

  @Test
  void missingTemplatesAreReported() throws IOException {
    SiteException noFolder =
        assertThrows(
            SiteException.class, () -> new Templates(folder.resolve("none"), "/", Map.of()));
    assertTrue(noFolder.getMessage().startsWith("There is no folder "));

    Templates empty = new Templates(folder, "/", Map.of());
    SiteException noTemplate =
        assertThrows(SiteException.class, () -> empty.render("page", Map.of()));
    assertTrue(noTemplate.getMessage().startsWith("Cannot fill in the template page: "));
  }

  @Test
  void templatesKnowTheFilters() throws IOException {
    Files.writeString(
        folder.resolve("x.html"),
        "{{ 'a/' | url }} {{ day | longdate }} {{ n | counted('word') }} {{ 61 | minutes }} {{ t }}");
    Templates templates = new Templates(folder, "/docs/", Map.of("t", "<b>"));

    String text = templates.render("x", Map.of("day", LocalDate.of(2024, 5, 1), "n", 1));

    assertEquals("/docs/a/ 1 May 2024 1 word 1 h 01 min &lt;b&gt;", text);
  }

  @Test
  void aMisspeltValueIsReported() throws IOException {
    Files.writeString(folder.resolve("x.html"), "{{ page.titel }}");
    Templates templates = new Templates(folder, "/", Map.of("page", Map.of("title", "T")));
    SiteException thrown = assertThrows(SiteException.class, () -> templates.render("x", Map.of()));
    assertTrue(thrown.getMessage().contains("titel"), thrown::getMessage);
  }

  private static SiteFiles files(String x, String y) {
    SiteFiles files = new SiteFiles();
    files.add("x.html", x);
    files.add("y/index.html", y);
    return files;
  }
}
