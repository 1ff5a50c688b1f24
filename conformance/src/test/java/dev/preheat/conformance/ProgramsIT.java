package dev.preheat.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.conformance.harness.Corpus;
import dev.preheat.conformance.harness.Difference;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.LoaderReport;
import dev.preheat.conformance.harness.Run;
import dev.preheat.conformance.harness.SharedCorpus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs do the same from the image as interpreted. */
@ExtendWith(SharedCorpus.class)
class ProgramsIT {
  private static final double HIGHEST_SHARE_LEFT_OUT = 0.01;
  private static final double HIGHEST_SHARE_OF_INVALIDATED = 0.7;

  static List<Launch> programs() throws IOException {
    return SharedCorpus.programs();
  }

  /**
   * What is left out calls through a type that only the compiler's JVM has loaded: what that knows
   * of its subclasses is no fact about the program.
   */
  @Test
  void nearlyEveryMethodIsCompiled(Corpus corpus) {
    Map<String, String> leftOut = new TreeMap<>(corpus.image().leftOut());
    int compiled = corpus.image().compiled().size();
    assertTrue(leftOut.size() <= HIGHEST_SHARE_LEFT_OUT * compiled, leftOut::toString);

    leftOut.values().removeIf(why -> why.equals("UNKNOWN_CLASS context"));
    assertEquals(Map.of(), leftOut);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void installedBeforeItStarts(Launch program, Corpus corpus) throws Exception {
    Run run = corpus.run("image", program);

    Difference.check(corpus.expected(program), run);
    assertRanNatively(corpus, program, run.report());
  }

  @ParameterizedTest
  @MethodSource("programs")
  void installedWhileItRuns(Launch program, Corpus corpus) throws Exception {
    Run run = corpus.runBeside("beside", program);

    Difference.check(corpus.expected(program), run);
    assertEquals(Map.of(), rejected(corpus, run.report()));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void whileGarbageIsCollected(Launch program, Corpus corpus) throws Exception {
    // So many collections make the VM flush code that few of them saw running (nmethod::is_cold).
    Run run = corpus.run("collecting", program, "-Xmx64m", "-XX:-MethodFlushing", "-Dgc=true");

    Difference.check(corpus.expected(program), run);
    assertRanNatively(corpus, program, run.report());
  }

  /**
   * Every method of the program was installed before it started, or waits for a class of the JDK
   * that has not been loaded. One that the JVM invalidated later has run, too.
   */
  private static void assertRanNatively(Corpus corpus, Launch program, LoaderReport report) {
    SortedSet<String> compiled = new TreeSet<>(corpus.image().compiled());
    compiled.removeIf(name -> !isOf(program, name));
    SortedMap<String, String> missing = new TreeMap<>(report.missing());
    missing.keySet().retainAll(compiled);
    missing
        .values()
        .removeIf(why -> why.matches("class not (loaded|initialised) (java|jdk|sun)\\..*"));
    SortedSet<String> invalidated = new TreeSet<>(report.invalidated());
    invalidated.retainAll(compiled);

    assertEquals(Map.of(), rejected(corpus, report));
    assertEquals(Map.of(), missing);
    assertTrue(
        invalidated.size() <= HIGHEST_SHARE_OF_INVALIDATED * compiled.size(),
        () -> invalidated.size() + " of " + compiled.size() + " invalidated: " + invalidated);
  }

  /**
   * The corpus's methods that the loader did not want, whatever is loaded and how far the JIT is.
   */
  private static SortedMap<String, String> rejected(Corpus corpus, LoaderReport report) {
    SortedMap<String, String> rejected = new TreeMap<>(report.missing());
    rejected.keySet().retainAll(corpus.image().compiled());
    rejected
        .values()
        .removeIf(
            why ->
                why.startsWith("class not ")
                    || why.equals("not reached")
                    || why.equals("already compiled"));
    return rejected;
  }

  private static boolean isOf(Launch program, String method) {
    String type = program.mainClass();
    return method.startsWith(type + ".") || method.startsWith(type + "$");
  }
}
