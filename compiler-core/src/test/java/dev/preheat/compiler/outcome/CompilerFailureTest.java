// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that keeps the stacks of the compiler's failures. */
class CompilerFailureTest {

  @TempDir private Path directory;

  @Test
  void allStacksAreKeptByMethod() throws IOException {
    Path file = CompilerFailure.file(directory.resolve("a.so"));
    assertEquals(directory.resolve("a.so.failures.txt"), file);

    CompilerFailure.write(
        List.of(
            new CompilerFailure(method("second"), new AssertionError("no such node")),
            new CompilerFailure(
                method("first"), new IllegalStateException("outer", new Error("inner")))),
        file);

    List<String> lines = Files.readAllLines(file);
    assertEquals(
        List.of(
            "a.B.first()V",
            "java.lang.IllegalStateException: outer",
            "Caused by: java.lang.Error: inner",
            "",
            "a.B.second()V",
            "java.lang.AssertionError: no such node",
            ""),
        lines.stream().filter(line -> !line.startsWith("\t")).toList());
    assertTrue(
        lines.stream().anyMatch(line -> line.contains("CompilerFailureTest.allStacksAreKept")),
        lines.toString());
  }

  @Test
  void withoutFailuresThereIsNoFile() throws IOException {
    Path file = CompilerFailure.file(directory.resolve("a.so"));
    CompilerFailure.write(List.of(new CompilerFailure(method("m"), new Error())), file);
    assertTrue(Files.exists(file));

    CompilerFailure.write(List.of(), file);

    assertFalse(Files.exists(file));
    CompilerFailure.write(List.of(), file);
  }

  @Test
  void whatEndsABuildIsKeptToo() throws IOException {
    Path file = CompilerFailure.file(directory.resolve("a.so"));

    CompilerFailure.write(List.of(new CompilerFailure(method("m"), new Error())), file);

    CompilerFailure.add(new IllegalStateException("no stub"), file);

    List<String> lines = Files.readAllLines(file);
    assertEquals("a.B.m()V", lines.get(0));
    int added = lines.indexOf("java.lang.IllegalStateException: no stub");
    assertTrue(added > 0, lines.toString());
    assertTrue(lines.get(added + 1).startsWith("\tat "), lines.toString());
  }

  private static MethodSymbol method(String name) {
    return new MethodSymbol(new ClassSymbol(ClassRole.APP, "a/B"), name, "()V");
  }
}
