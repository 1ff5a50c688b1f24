package dev.preheat.conformance;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.preheat.conformance.generator.ProgramGenerator;
import dev.preheat.conformance.harness.Corpus;
import dev.preheat.conformance.harness.Difference;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.Run;
import dev.preheat.conformance.harness.Sources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Generated programs do the same from the image as interpreted. The property {@code preheat.seeds}
 * says which: {@code 17}, or {@code 1..200}.
 */
class GeneratedProgramsIT {
  private static final String SEEDS = System.getProperty("preheat.seeds", "1..3");
  private static final int BATCH = 10;

  /** Seeds whose programs share an image. */
  private static final class Batch {
    private final List<Long> seeds;
    private Corpus corpus;

    Batch(List<Long> seeds) {
      this.seeds = seeds;
    }

    /** Compiled when it is needed first, so that a failing compiler fails the test. */
    Corpus corpus() throws IOException, InterruptedException {
      if (corpus == null) {
        Map<String, String> texts = new HashMap<>();
        List<Launch> training = new ArrayList<>();
        for (long seed : seeds) {
          String name = ProgramGenerator.name(seed);
          texts.put(name, ProgramGenerator.generate(seed));
          training.add(Launch.of(name, "training"));
        }
        corpus =
            Corpus.compile(
                "seeds" + seeds.get(0), Sources.of(texts).and(Sources.ofSupport()), training);
      }
      return corpus;
    }
  }

  @TestFactory
  Stream<DynamicTest> seeds() {
    List<DynamicTest> tests = new ArrayList<>();
    List<Long> all = parse(SEEDS);
    for (int from = 0; from < all.size(); from += BATCH) {
      List<Long> seeds = all.subList(from, Math.min(all.size(), from + BATCH));
      Batch batch = new Batch(seeds);
      for (long seed : seeds) {
        tests.add(dynamicTest("seed " + seed, () -> check(batch, seed)));
      }
    }
    return tests.stream();
  }

  private static void check(Batch batch, long seed) throws Exception {
    Corpus corpus = batch.corpus();
    Launch program = Launch.of(ProgramGenerator.name(seed));
    String expected = corpus.interpret(program);
    try {
      Run before = corpus.run("image", program);
      Difference.check(expected, before);
      InstalledMethods.checkAll(corpus, program, before.report());

      Run collecting = corpus.run("collecting", program, "-Xmx64m", "-Dgc=true");
      Difference.check(expected, collecting);
      InstalledMethods.checkNoneRejected(corpus, collecting.report());

      Run beside = corpus.runBeside("beside", program);
      Difference.check(expected, beside);
      InstalledMethods.checkNoneRejected(corpus, beside.report());
    } catch (AssertionError e) {
      fail(
          "seed "
              + seed
              + " (again: -Dpreheat.seeds="
              + seed
              + "; "
              + program.mainClass()
              + ".java is in "
              + corpus.sources()
              + "): "
              + e.getMessage(),
          e);
    }
  }

  private static List<Long> parse(String text) {
    String[] ends = text.split("\\.\\.", 2);
    long first = Long.parseLong(ends[0].strip());
    long last = ends.length == 1 ? first : Long.parseLong(ends[1].strip());
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
