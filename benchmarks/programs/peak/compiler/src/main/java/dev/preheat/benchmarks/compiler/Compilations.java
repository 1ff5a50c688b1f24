// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.compiler;

import dev.preheat.benchmarks.meter.Meter;
import dev.preheat.benchmarks.meter.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a few classes that use much of the language. */
final class Compilations implements Operation {
  private static final List<String> OPTIONS = List.of("-proc:none", "-Xlint:none");
  private static final List<String> NAMES = List.of("Library", "Interpreter");
  private static final String SEED = "4711";

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager platform =
      compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
  private final List<List<SourceText>> sources = new ArrayList<>();

  Compilations() throws IOException {
    for (int seed = 0; seed < Meter.SEEDS; seed++) {
      List<SourceText> texts = new ArrayList<>();
      for (String name : NAMES) {
        texts.add(
            new SourceText("example." + name, text(name).replace(SEED, Integer.toString(seed))));
      }
      sources.add(texts);
    }
  }

  private static String text(String name) throws IOException {
    try (InputStream file = Compilations.class.getResourceAsStream(name + ".txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public long once(int seed) {
    StringWriter messages = new StringWriter();
    ClassFiles classes = new ClassFiles(platform);
    boolean compiled =
        compiler.getTask(messages, classes, null, OPTIONS, null, sources.get(seed)).call();
    if (!compiled) {
      throw new IllegalStateException(messages.toString());
    }
    return classes.checksum();
  }

  @Override
  public void close() throws IOException {
    platform.close();
  }
}
