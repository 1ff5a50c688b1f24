// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.samples.sitegen.SiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

  private static final String TABLE =
      """
      {"caption": "Sizes",
       "columns": [{"title": "Name", "kind": "text"}, {"title": "Bytes", "kind": "number"}],
       "rows": [["line", 64], ["page", 4096]]}
      """;

  @TempDir private Path folder;

  @Test
  void filesAreSortedAndHiddenOnesLeftOut() throws IOException {
    for (String path : List.of("b/z.md", "b/a.md", "a.md", ".git/config", "b/.draft.md", "B.md")) {
      write(path, "");
    }
    assertEquals(List.of("B.md", "a.md", "b/a.md", "b/z.md"), Folders.filesBelow(folder));
  }

  @Test
  void aMissingFolderIsEmpty() throws IOException {
    assertEquals(List.of(), Folders.filesBelow(folder.resolve("nothing")));
  }

  @Test
  void contentWithoutPagesIsReported() throws IOException {
    write("picture.png", "");
    SiteException thrown =
        assertThrows(SiteException.class, () -> new ContentReader().read(folder));
    assertTrue(thrown.getMessage().startsWith("There is no Markdown file in " + folder));
  }

  @Test
  void tablesAreReadByTheirPath() throws IOException {
    write("hardware/sizes.json", TABLE);

    DataTable table = new DataReader().read(folder).get("hardware/sizes");

    assertEquals("Sizes", table.caption());
    assertEquals(DataTable.Kind.NUMBER, table.columns().get(1).kind());
    assertEquals(4096, table.rows().get(1).get(1).asInt());
  }

  @Test
  void aRowWithTooManyCellsIsReported() throws IOException {
    write("sizes.json", TABLE.replace("4096]", "4096, 1]"));
    SiteException thrown = assertThrows(SiteException.class, () -> new DataReader().read(folder));
    assertTrue(thrown.getMessage().contains("row 2 has 3 cells for 2 columns"), thrown::getMessage);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
