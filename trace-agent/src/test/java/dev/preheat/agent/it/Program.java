// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.it;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a program of one source. */
final class Program {
  private Program() {}

  /** A jar that programs under test bring along. */
  static Path companion(String name) {
    return Path.of(System.getProperty("preheat.companions"), name + ".jar");
  }

  /**
   * Compiles to a directory, which is made.
   *
   * @param name the class's name, without a package
   */
  static void compile(Path directory, String name, String source, Path... classPath)
      throws IOException {
    Files.createDirectories(directory);
    List<String> elements = new ArrayList<>();
    elements.add(directory.toString());
    for (Path element : classPath) {
      elements.add(element.toString());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    boolean compiled =
        compiler
            .getTask(
                messages,
                null,
                null,
                List.of(
                    "--release",
                    "17",
                    "-g",
                    "-d",
                    directory.toString(),
                    "-cp",
                    String.join(File.pathSeparator, elements)),
                null,
                List.of(file))
            .call();
    if (!compiled) {
      throw new IOException(messages.toString());
    }
  }
}
