// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.preheat.conformance.generator.ProgramGenerator;
import dev.preheat.conformance.harness.Tools;
import dev.preheat.conformance.seeds.Batch;
import dev.preheat.conformance.seeds.Failure;
import dev.preheat.conformance.seeds.Reduction;
import dev.preheat.conformance.seeds.Way;
import dev.preheat.testkit.Artifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Generated programs do the same from the image as interpreted. The property {@code preheat.seeds}
 * says which: {@code 17}, or {@code 1..2000}. What does not is reduced, and kept in the directory
 * that {@code preheat.reduced.directory} names.
 */
class GeneratedProgramsIT {
  private static final String SEEDS = System.getProperty("preheat.seeds", "1..20");
  private static final int BATCH = 50;

  /** One cause makes many seeds fail. */
  private static final int MOST_REDUCED = 3;

  private static final int ROUNDS = 200;
  private static final int FEW_ROUNDS = 3;

  private static final String PLANTED =
      """
      package dev.preheat.conformance.programs;

      public final class PlantedProgram {
        static String text(int round) {
          StringBuilder text = new StringBuilder();
          for (int i = 0; i < round; i++) {
            text.append(i).append(',');
          }
          return text.toString();
        }

        static int planted(int round) {
          int result = 3 * round;
          if (System.getProperty("preheat.image") != null) {
            result++;
          }
          return result;
        }

        public static void main(String[] args) {
          run(6);
        }

        static void run(int rounds) {
          for (int i = 0; i < rounds; i++) {
            final int round = i;
            Check.run("text", () -> text(round));
            Check.run("planted", () -> planted(round));
          }
        }
      }
      """;

  /** Shares the image with the one above, and does nothing else with it. */
  private static final String SOUND =
      """
      package dev.preheat.conformance.programs;

      public final class SoundProgram {
        public static void main(String[] args) {
          run(6);
        }

        static void run(int rounds) {
          for (int i = 0; i < rounds; i++) {
            final int round = i;
            Check.run("sound", () -> 3 * round);
          }
        }
      }
      """;

  /** Seeds whose programs share an image. */
  private static final class Seeds {
    private final List<Long> seeds;
    private List<Failure> failures;

    Seeds(List<Long> seeds) {
      this.seeds = seeds;
    }

    /**
     * Of all of them; compiled when it is needed first, so that a failing compiler fails a test.
     */
    List<Failure> failures() throws IOException, InterruptedException {
      if (failures == null) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (long seed : seeds) {
          texts.put(ProgramGenerator.name(seed), ProgramGenerator.generate(seed));
        }
        Batch batch = Batch.compile("seeds" + seeds.get(0), texts);
        List<Failure> all = new ArrayList<>();
        for (Way way : Way.values()) {
          all.addAll(batch.failures(way));
        }
        failures = all;
      }
      return failures;
    }
  }

  @TestFactory
  Stream<DynamicTest> seeds() {
    List<DynamicTest> tests = new ArrayList<>();
    List<Long> all = parse(SEEDS);
    AtomicInteger reduced = new AtomicInteger();
    for (int from = 0; from < all.size(); from += BATCH) {
      Seeds seeds = new Seeds(all.subList(from, Math.min(all.size(), from + BATCH)));
      for (long seed : seeds.seeds) {
        tests.add(dynamicTest("seed " + seed, () -> check(seeds, seed, reduced)));
      }
    }
    return tests.stream();
  }

  private static void check(Seeds seeds, long seed, AtomicInteger reduced) throws Exception {
    List<Failure> failures =
        seeds.failures().stream()
            .filter(each -> each.program().equals(ProgramGenerator.name(seed)))
            .toList();
    if (failures.isEmpty()) {
      return;
    }
    Failure first = failures.get(0);
    String text = "seed " + seed + " (again: -Dpreheat.seeds=" + seed + "): " + first;
    if (first.isDifferent() && reduced.getAndIncrement() < MOST_REDUCED) {
      Path file = Reduction.keep(first, ProgramGenerator.generate(seed), ROUNDS, directory());
      text += "\nreduced to " + file + ":\n" + Files.readString(file);
    }
    fail(text);
  }

  /** A program that asks whether it runs from an image, and then does something else. */
  @Test
  void aDifferenceIsFoundAndReduced() throws Exception {
    String name = "dev.preheat.conformance.programs.PlantedProgram";
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put(name, PLANTED);
    texts.put("dev.preheat.conformance.programs.SoundProgram", SOUND);

    List<Failure> failures = Batch.compile("planted", texts).failures(Way.BEFORE_MAIN);
    assertEquals(List.of(name), failures.stream().map(Failure::program).toList());
    Path file =
        Reduction.keep(
            failures.get(0), PLANTED, FEW_ROUNDS, Tools.workDirectory("planted-reduced"));

    String reduced = Files.readString(file);
    assertTrue(reduced.contains("preheat.image"), reduced);
    assertFalse(reduced.contains("StringBuilder"), reduced);
  }

  private static Path directory() {
    return Artifacts.file("preheat.work.directory").resolveSibling("reduced");
  }

  private static List<Long> parse(String text) {
    String[] ends = text.split("\\.\\.", 2);
    long first = Long.parseLong(ends[0].strip());
    long last = ends.length == 1 ? first : Long.parseLong(ends[1].strip());
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
