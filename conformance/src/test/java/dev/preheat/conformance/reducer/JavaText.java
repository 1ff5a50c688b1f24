// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.reducer;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A source text as the compiler sees it. */
final class JavaText {
  private final CompilationUnitTree unit;
  private final SourcePositions positions;

  private JavaText(CompilationUnitTree unit, SourcePositions positions) {
    this.unit = unit;
    this.positions = positions;
  }

  static JavaText parse(String text) throws IOException {
    JavacTask task = task(List.of(text), new DiagnosticCollector<>());
    return new JavaText(task.parse().iterator().next(), Trees.instance(task).getSourcePositions());
  }

  /** Whether texts compile together. */
  static boolean compiles(List<String> texts) throws IOException {
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    JavacTask task = task(texts, messages);
    task.analyze();
    return messages.getDiagnostics().stream()
        .noneMatch(each -> each.getKind() == javax.tools.Diagnostic.Kind.ERROR);
  }

  private static JavacTask task(List<String> texts, DiagnosticCollector<JavaFileObject> messages) {
    List<JavaFileObject> files = new ArrayList<>();
    for (String text : texts) {
      files.add(new Source(files.size(), text));
    }
    return (JavacTask)
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                Writer.nullWriter(),
                null,
                messages,
                // No --release: each task would read the list of what that release exports anew.
                List.of("-proc:none", "-Xlint:none"),
                null,
                files);
  }

  CompilationUnitTree unit() {
    return unit;
  }

  /** Negative for what stands in no text. */
  int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  /** Public classes stand in any file here. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(int index, String text) {
      super(URI.create("string:///Text" + index + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return true;
    }
  }
}
