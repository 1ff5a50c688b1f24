package dev.preheat.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.conformance.generator.CallMatrix;
import dev.preheat.conformance.generator.NativeMatrix;
import dev.preheat.conformance.harness.CodeList;
import dev.preheat.conformance.harness.Corpus;
import dev.preheat.conformance.harness.Difference;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.Run;
import dev.preheat.conformance.harness.Sources;
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
  private static final String CODE_LIST = "code.txt";
  private static final Set<Integer> IMAGE = Set.of(4);
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

  @Test
  void everyKindOfCodeCallsEveryKind() throws Exception {
    check(Launch.of(CallMatrix.NAME, CODE_LIST), CallMatrix::methods);
  }

  /** Level 0 is that of the wrappers that the JVM makes for native methods. */
  @Test
  void everyKindOfCodeCallsNativeCodeAndIsCalledByIt() throws Exception {
    CodeList code = check(Launch.of(NativeMatrix.NAME, CODE_LIST), NativeMatrix::methods);

    for (String method : NativeMatrix.WRAPPED) {
      assertEquals(NATIVE, code.levels(method), method);
    }
  }

  private static CodeList check(Launch launch, Function<String, List<String>> methods)
      throws Exception {
    String reflection = "-Djdk.reflect.useNativeAccessorOnly=true";
    String expected = corpus.interpret(launch, reflection);

    // A JIT that compiles what ran a few hundred times.
    Run run = corpus.run("image", launch, reflection, "-XX:CompileThresholdScaling=0.05");

    Difference.check(expected, run);
    CodeList code = CodeList.read(corpus.sources().resolveSibling(CODE_LIST));
    SortedMap<String, Set<Integer>> wrong = new TreeMap<>();
    for (String kind : CallMatrix.CODE) {
      for (String method : methods.apply(kind)) {
        boolean installed =
            corpus.image().compiled().stream().anyMatch(name -> name.startsWith(method + "("))
                && run.report().missing().keySet().stream()
                    .noneMatch(name -> name.startsWith(method + "("));
        Set<Integer> levels = code.levels(method);
        boolean right =
            switch (kind) {
              case "Image" -> installed && levels.equals(IMAGE);
              case "Jit" -> !installed && (levels.equals(IMAGE) || levels.equals(TRIVIAL));
              default -> !installed && levels.isEmpty();
            };
        if (!right) {
          wrong.put(method + (installed ? " installed" : ""), levels);
        }
      }
    }
    assertEquals(Map.of(), wrong);
    return code;
  }
}
