// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.preheat.conformance.generator.CallMatrix;
import dev.preheat.conformance.generator.NativeMatrix;
import dev.preheat.conformance.harness.CodeList;
import dev.preheat.conformance.harness.Corpus;
import dev.preheat.conformance.harness.Difference;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.Run;
import dev.preheat.conformance.harness.Sources;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Code from the image, of the JIT, interpreted and native calls code from the image, of the JIT and
 * interpreted; callees return, throw and deoptimise.
 */
class CallMatrixIT {
  /** What code there is when all ran often, when all has thrown, and when all deoptimised. */
  private static final List<String> CODE_LISTS = List.of("often.txt", "thrown.txt", "late.txt");

  private static final String CODE_LIST = "code.txt";

  private static final Set<Integer> TOP = Set.of(4);

  /** Code of an image that ran often has made way for the JIT's. */
  private static final Set<Integer> MAY_BE_OF_IMAGE = Set.of(2, 3, 4);

  private static final Set<Integer> TRIVIAL = Set.of(1);
  private static final Set<Integer> NATIVE = Set.of(0);

  private static Corpus corpus;

  @BeforeAll
  static void compile() throws Exception {
    corpus =
        Corpus.compile(
            "matrix",
            Sources.of(
                    Map.of(
                        CallMatrix.NAME,
                        CallMatrix.generate(),
                        NativeMatrix.NAME,
                        NativeMatrix.generate(),
                        NativeMatrix.HANDLES,
                        NativeMatrix.handles()))
                .and(Sources.ofSupport()),
            List.of(Launch.of(CallMatrix.NAME), Launch.of(NativeMatrix.NAME)));
  }

  /**
   * No code is invalidated because callees throw. When they meet a class that had not been loaded,
   * compiled ones deoptimise, and only they.
   */
  @Test
  void everyKindOfCodeCallsEveryKind() throws Exception {
    Run run = run(Launch.of(CallMatrix.NAME, CODE_LISTS.toArray(String[]::new)));

    CodeList often = code(CODE_LISTS.get(0));
    checkKinds(run, often, CallMatrix::callees);
    checkKinds(run, often, CallMatrix::callers);
    CodeList thrown = code(CODE_LISTS.get(1));
    checkKinds(run, thrown, CallMatrix::callees);
    checkKinds(run, thrown, CallMatrix::callers);
    CodeList late = code(CODE_LISTS.get(2));
    checkKinds(run, late, CallMatrix::callers);
    for (String kind : CallMatrix.CODE) {
      for (String method : CallMatrix.callees(kind)) {
        assertEquals(Set.of(), late.levels(method), method);
        assertEquals(kind.equals("Image"), contains(run.report().invalidated(), method), method);
      }
      for (String method : CallMatrix.callers(kind)) {
        assertFalse(contains(run.report().invalidated(), method), method);
      }
    }
  }

  /** Level 0 is that of the wrappers that the JVM makes for native methods. */
  @Test
  void everyKindOfCodeCallsNativeCodeAndIsCalledByIt() throws Exception {
    Run run = run(Launch.of(NativeMatrix.NAME, CODE_LIST));

    CodeList code = code(CODE_LIST);
    checkKinds(run, code, NativeMatrix::methods);
    for (String method : NativeMatrix.WRAPPED) {
      assertEquals(NATIVE, code.levels(method), method);
    }
  }

  private static Run run(Launch launch) throws Exception {
    String reflection = "-Djdk.reflect.useNativeAccessorOnly=true";
    String expected = corpus.interpret(launch, reflection);

    // A JIT that compiles what ran a few hundred times.
    Run run = corpus.run("image", launch, reflection, "-XX:CompileThresholdScaling=0.05");

    Difference.check(expected, run);
    return run;
  }

  private static CodeList code(String file) throws IOException {
    return CodeList.read(corpus.sources().resolveSibling(file));
  }

  private static void checkKinds(Run run, CodeList code, Function<String, List<String>> methods) {
    SortedMap<String, Set<Integer>> wrong = new TreeMap<>();
    for (String kind : CallMatrix.CODE) {
      for (String method : methods.apply(kind)) {
        boolean installed =
            contains(corpus.image().compiled(), method)
                && !contains(run.report().missing().keySet(), method);
        Set<Integer> levels = code.levels(method);
        boolean right =
            switch (kind) {
              case "Image" -> installed && MAY_BE_OF_IMAGE.containsAll(levels);
              case "Jit" -> !installed && (levels.equals(TOP) || levels.equals(TRIVIAL));
              default -> !installed && levels.isEmpty();
            };
        if (!right) {
          wrong.put(method + (installed ? " installed" : ""), levels);
        }
      }
    }
    assertEquals(Map.of(), wrong);
  }

  private static boolean contains(Set<String> methods, String name) {
    return methods.stream().anyMatch(method -> method.startsWith(name + "("));
  }
}
