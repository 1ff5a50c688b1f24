// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {
  @TempDir private Path directory;

  @Test
  void linesArePassedOnAndTheEndOfTheErrorsKept() throws IOException, InterruptedException {
    List<String> output = new ArrayList<>();
    List<String> error = new ArrayList<>();

    ChildJvm.Outcome outcome =
        run(
            """
            System.out.println("working in " + System.getProperty("user.dir"));
            System.out.println(System.getenv("PREHEAT_TEST") + " " + System.in.read());
            System.out.println(System.getenv("PREHEAT_OTHER"));
            for (int i = 0; i < 100; i++) {
              System.err.println("line " + i);
            }
            System.exit(3);
            """,
            output,
            error);

    assertEquals(List.of("working in " + directory.toRealPath(), "set -1", "null"), output);
    assertEquals(100, error.size());
    assertEquals(3, outcome.exitCode());
    assertEquals(IntStream.range(60, 100).mapToObj(i -> "line " + i).toList(), outcome.errorTail());
  }

  @Test
  void whatCannotBeStartedIsAnError() {
    ChildJvm.Command command = new ChildJvm.Command(List.of("/nowhere/java"), directory);

    assertThrows(IOException.class, () -> ChildJvm.run(command, line -> {}, line -> {}));
  }

  private ChildJvm.Outcome run(String statements, List<String> output, List<String> error)
      throws IOException, InterruptedException {
    Path source = directory.resolve("Child.java");
    Files.writeString(
        source,
        "class Child { public static void main(String[] a) throws Exception {\n"
            + statements
            + "} }\n");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return ChildJvm.run(
        new ChildJvm.Command(
            List.of(java, source.toString()),
            directory.toRealPath(),
            Map.of("PREHEAT_TEST", "set", "PREHEAT_OTHER", "set"),
            Set.of("PREHEAT_OTHER")),
        output::add,
        error::add);
  }
}
