// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools that people look into shared objects with read the file without a complaint. */
class BinutilsTest {
  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    file = directory.resolve("libexample.so");
    ElfWriter.write(ElfFiles.example(), file);
  }

  @Test
  void readelfHasNothingToComplainAbout() throws Exception {
    String text = run("readelf", "--lint", "--wide", "--all", file.toString());

    assertTrue(text.contains("Library soname: [libexample.so]"), text);
    assertTrue(text.contains("Build ID: " + ElfReader.read(file).buildId()), text);
    assertTrue(text.matches("(?s).*GNU_STACK +(0x0+ ){3}0x0+ 0x0+ RW .*"), text);
    assertTrue(text.contains("10000 OBJECT  GLOBAL DEFAULT    2 preheat_image"), text);
  }

  @Test
  void nmListsWhatIsExported() throws Exception {
    assertEquals(
        """
        0000000000004000 T add
        0000000000001000 R preheat_image
        """,
        run("nm", "-D", file.toString()));
  }

  @Test
  void objdumpNamesEveryFunction() throws Exception {
    String text = run("objdump", "-d", file.toString());

    assertTrue(text.contains("0000000000004000 <add>:"), text);
    assertTrue(text.matches("(?s).*0000000000004010 <com\\.acme\\.Main\\..*\\(I\\)I>:.*"), text);
    assertTrue(text.contains("lea    (%rdi,%rsi,1),%eax"), text);
  }

  /** Runs a tool and checks that it ends well and writes no error. */
  private String run(String... command) throws IOException, InterruptedException {
    assumeTrue(isInstalled(command[0]), command[0] + " is not installed");
    Path output = directory.resolve("output");
    Path errors = directory.resolve("errors");
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
    builder.environment().put("LC_ALL", "C");
    Process process =
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
    int exit = process.waitFor();

    assertEquals("", Files.readString(errors));
    assertEquals(0, exit);
    String text = new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1);
    assertTrue(!text.contains("arning"), text);
    return text;
  }

  private static boolean isInstalled(String tool) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(path -> Files.isExecutable(Path.of(path, tool)));
  }
}
