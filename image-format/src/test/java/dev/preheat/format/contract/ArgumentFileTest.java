// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.format.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentFileTest {
  private static final List<String> STRANGE =
      List.of(
          "plain",
          "-Da=b",
          "with blanks  in it",
          "\ttab",
          "line\nbreak\r",
          "# no comment",
          "a#b",
          "C:\\dir\\name",
          "trailing\\",
          "\"quoted\"",
          "it's",
          "@file",
          "*.java",
          "$HOME",
          "ümläut/日本");

  /** A program that prints its arguments, as numbers. */
  private static final String ECHO =
      """
      class Echo {
        public static void main(String[] arguments) {
          for (String argument : arguments) {
            StringBuilder line = new StringBuilder();
            argument.chars().forEach(c -> line.append(' ').append(c));
            System.out.println(line);
          }
        }
      }
      """;

  @TempDir private static Path classes;
  @TempDir private Path directory;

  @BeforeAll
  static void compileEcho() throws IOException {
    Path source = Files.writeString(classes.resolve("Echo.java"), ECHO);
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), source.toString()));
  }

  @Test
  void whatTheLauncherWouldReadOtherwiseIsQuoted() {
    assertEquals("-XX:+UseSerialGC", ArgumentFile.quoted("-XX:+UseSerialGC"));
    assertEquals(
        "java.base/jdk.internal.misc=ALL-UNNAMED",
        ArgumentFile.quoted("java.base/jdk.internal.misc=ALL-UNNAMED"));
    assertEquals("\"/a b/c\"", ArgumentFile.quoted("/a b/c"));
    assertEquals("\"a#b\"", ArgumentFile.quoted("a#b"));
    assertEquals("\"a\\\\b\"", ArgumentFile.quoted("a\\b"));
    assertEquals("\"a\\\"b\"", ArgumentFile.quoted("a\"b"));
    assertEquals("\"it's\"", ArgumentFile.quoted("it's"));
    assertEquals("\"a\\nb\\r\\t\\f\"", ArgumentFile.quoted("a\nb\r\t\f"));
    assertEquals("\"\"", ArgumentFile.quoted(""));
  }

  @Test
  void oneArgumentIsOneLine() {
    assertEquals("-cp\n\"/a b\"\nMain\n", ArgumentFile.text(List.of("-cp", "/a b", "Main")));
  }

  /** The launcher itself is the judge. */
  @Test
  void theLauncherReadsBackWhatWasWritten() throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("-Dsun.jnu.encoding=UTF-8", "Echo"));
    arguments.addAll(STRANGE);
    Path file = directory.resolve("program.args");
    AtomicFile.write(file, ArgumentFile.text(arguments));

    assertEquals(STRANGE.stream().map(ArgumentFileTest::codes).toList(), echo(file));
    assertEquals(arguments, ArgumentFile.arguments(Files.readString(file)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b\tc\n\n d",
        "# all\na # rest\nb",
        "a#b\nc",
        "'a b' \"c'd\" 'e\"f'",
        "x'a b'y\"c\"",
        "'a\\nb\\qc'",
        "a\\nb",
        "'a\\\n   b'",
        "'a\nb",
        "''\n",
      })
  void readsWhatTheLauncherReads(String text) throws IOException, InterruptedException {
    Path file = directory.resolve("any.args");
    Files.writeString(file, "Echo\n" + text);

    List<String> arguments = ArgumentFile.arguments(text);

    assertEquals(arguments.stream().map(ArgumentFileTest::codes).toList(), echo(file));
  }

  private static String codes(String argument) {
    StringBuilder line = new StringBuilder();
    argument.chars().forEach(c -> line.append(' ').append(c));
    return line.toString();
  }

  private static List<String> echo(Path file) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(java(), "-cp", classes.toString(), "@" + file).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertEquals(0, process.waitFor(), lines::toString);
    return lines;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
