// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** How many lines the bodies of methods have, from brace to brace. */
final class MethodLengths {
  private MethodLengths() {}

  /** Those that are longer than a limit, by file and name. */
  static Map<String, Long> above(long limit, List<? extends JavaFileObject> sources)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavacTask task =
        (JavacTask) compiler.getTask(null, null, ignored -> {}, List.of(), null, sources);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    Map<String, Long> found = new TreeMap<>();
    for (CompilationUnitTree unit : task.parse()) {
      for (MethodTree method : methods(unit)) {
        LineMap lines = unit.getLineMap();
        long length =
            lines.getLineNumber(positions.getEndPosition(unit, method.getBody()))
                - lines.getLineNumber(positions.getStartPosition(unit, method.getBody()))
                + 1;
        if (length > limit) {
          found.put(unit.getSourceFile().getName() + ": " + method.getName(), length);
        }
      }
    }
    return found;
  }

  private static List<MethodTree> methods(CompilationUnitTree unit) {
    List<MethodTree> methods = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void ignored) {
        if (method.getBody() != null) {
          methods.add(method);
        }
        return super.visitMethod(method, null);
      }
    }.scan(unit, null);
    return methods;
  }
}
