// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.outcome;

import dev.preheat.format.AtomicFile;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A method that made the compiler fail: a bug, other than what the compiler declines to do. */
public record CompilerFailure(MethodSymbol method, Throwable cause) {

  private static final String FILE_SUFFIX = ".failures.txt";

  /** Where the failures of an image's build are kept: beside the image. */
  public static Path file(Path image) {
    return image.resolveSibling(image.getFileName() + FILE_SUFFIX);
  }

  /**
   * Writes all failures of a build with their stacks, or deletes what an earlier build left when
   * there are none.
   */
  public static void write(List<CompilerFailure> failures, Path file) throws IOException {
    if (failures.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    StringWriter text = new StringWriter();
    PrintWriter lines = new PrintWriter(text);
    failures.stream()
        .sorted(Comparator.comparing(CompilerFailure::method))
        .forEach(
            failure -> {
              lines.println(failure.method());
              failure.cause().printStackTrace(lines);
              lines.println();
            });
    lines.flush();
    AtomicFile.write(file, text.toString());
  }

  /** Adds what ended a build, and is of no single method. */
  public static void add(Throwable cause, Path file) throws IOException {
    StringWriter text = new StringWriter();
    if (Files.exists(file)) {
      text.write(Files.readString(file));
    }
    cause.printStackTrace(new PrintWriter(text, true));
    AtomicFile.write(file, text.toString());
  }
}
