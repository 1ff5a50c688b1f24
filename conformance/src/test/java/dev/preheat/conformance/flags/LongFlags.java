// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.flags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.testkit.Artifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A program under every flag of the VM; the profile {@code flags} runs it. */
class LongFlags {
  private static final int FEWEST_INSTALLED = 3_000;
  private static final double HIGHEST_SHARE_OF_REJECTED = 0.02;
  private static final int FEWEST_OPTIONS = 1_500;

  /** What Checkstyle checks: sources that lie in this directory. */
  private static final List<String> SOURCES =
      List.of("LanguageWork.java", "LocksWork.java", "TextWork.java");

  private final FlagResults results =
      new FlagResults(Path.of(System.getProperty("preheat.flags.results")));

  @Test
  void noFlagMakesADifference() throws Exception {
    FlagProgram program = program();
    String only = System.getProperty("preheat.flags.only");
    String expected = expected(program);
    FlagSweep sweep = new FlagSweep(program, expected);
    List<String> options =
        program.flags().stream()
            .flatMap(flag -> flag.options().stream())
            .filter(Pattern.compile(only).asPredicate())
            .toList();
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService executor =
        Executors.newFixedThreadPool(Integer.getInteger("preheat.flags.at.once"))) {
      for (String option : options) {
        if (!results.has(option)) {
          running.add(executor.submit(() -> add(sweep.result(option), options.size())));
        }
      }
    }
    for (Future<?> each : running) {
      each.get();
    }
    assertEquals(List.of(), results.different());
    assertTrue(
        !only.isEmpty() || results.all().size() >= FEWEST_OPTIONS,
        () -> "options: " + results.all().size());
  }

  private Void add(FlagResult result, int all) throws IOException {
    results.add(result, all);
    return null;
  }

  private FlagProgram program() throws IOException, InterruptedException {
    List<Path> jars = jars();
    Path sources =
        Artifacts.file("preheat.stress.directory").resolve("dev/preheat/conformance/stressed/work");
    List<Path> checked = SOURCES.stream().map(sources::resolve).toList();
    if (Boolean.getBoolean("preheat.flags.resume")) {
      Optional<FlagProgram> earlier = FlagProgram.compiledEarlier(jars, checked);
      if (earlier.isPresent()) {
        results.readEarlier();
        return earlier.get();
      }
    }
    return FlagProgram.compile(jars, checked);
  }

  /** What it prints without and with its image where no flag is another one. */
  private static String expected(FlagProgram program) throws IOException, InterruptedException {
    FlagProgram.Run without = program.without("plain-without", List.of());
    FlagProgram.Run with = program.with("plain-with", List.of());
    String expected = without.outcome().orElseThrow().out();
    assertEquals(0, without.outcome().orElseThrow().exitCode());
    assertEquals(expected, with.outcome().orElseThrow().out());
    assertEquals("used", with.report().status(), with.report().reason());
    int installed = with.report().installed();
    assertTrue(installed >= FEWEST_INSTALLED, () -> "installed: " + installed);
    assertTrue(
        with.report().rejected() <= HIGHEST_SHARE_OF_REJECTED * installed,
        () -> "rejected: " + with.report().rejected());
    return expected;
  }

  private static List<Path> jars() throws IOException {
    try (Stream<Path> jars = Files.list(Artifacts.file("preheat.flags.jars"))) {
      return jars.sorted().toList();
    }
  }
}
