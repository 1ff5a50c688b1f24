package dev.preheat.maven.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.format.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @TempDir private Path directory;

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
    Path source = directory.resolve("Echo.java");
    Files.writeString(
        source,
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
        """);
    List<String> arguments =
        new ArrayList<>(List.of("-Dsun.jnu.encoding=UTF-8", source.toString()));
    arguments.addAll(STRANGE);
    Path file = directory.resolve("program.args");
    AtomicFile.write(file, ArgumentFile.text(arguments));

    List<String> lines = new ArrayList<>();
    ChildJvm.Outcome outcome =
        ChildJvm.run(
            new ChildJvm.Command(
                List.of(java(), "@" + file), directory, Map.of("LC_ALL", "C.UTF-8")),
            lines::add,
            lines::add);

    assertEquals(STRANGE.stream().map(ArgumentFileTest::codes).toList(), lines);
    assertEquals(0, outcome.exitCode());
  }

  private static String codes(String argument) {
    StringBuilder line = new StringBuilder();
    argument.chars().forEach(c -> line.append(' ').append(c));
    return line.toString();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
