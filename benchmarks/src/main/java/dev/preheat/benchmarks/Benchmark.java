// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks;

import dev.preheat.benchmarks.process.Usage;
import dev.preheat.benchmarks.program.BenchmarkException;
import dev.preheat.benchmarks.program.Commands;
import dev.preheat.benchmarks.program.Launch;
import dev.preheat.benchmarks.program.RunOutput;
import dev.preheat.benchmarks.program.Variant;
import dev.preheat.benchmarks.report.BuildReport;
import dev.preheat.benchmarks.report.Coverage;
import dev.preheat.benchmarks.report.LoaderReport;
import dev.preheat.benchmarks.report.Machine;
import dev.preheat.benchmarks.report.Result;
import dev.preheat.format.contract.ArgumentFile;
import dev.preheat.format.contract.LoaderOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Measures a program in all variants, side by side: first what needs no measuring (the AOT cache of
 * the program without Preheat, one run of each variant to warm the machine up and to check it, one
 * more of each with an image for the loader's report), then round by round one run of each.
 */
final class Benchmark {
  /** The JVM ends where the cache cannot be used, instead of going on without. */
  private static final String CACHE_OR_NOTHING = "-XX:AOTMode=on";

  private final Settings settings;
  private final Consumer<String> progress;

  /**
   * A benchmark.
   *
   * @param progress takes a line for each step
   */
  Benchmark(Settings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Runs it.
   *
   * @throws BenchmarkException if the image lacks too many of the traced methods, or if a variant
   *     fails, writes something else than the others, or runs without its image or AOT cache
   * @throws IOException if a file or process cannot be had
   */
  Outcome run() throws BenchmarkException, IOException, InterruptedException {
    Launch launch = Launch.read(settings.buildDirectory());
    BuildReport build = BuildReport.ofImage(launch.image());
    build.check();
    Commands commands = prepare(launch);
    Runs runs = new Runs(settings.work().resolve("runs"));
    progress.accept("making the AOT cache of the program without its image");
    runs.uncompared("AOT cache training", commands.training());
    warmUp(commands, runs);
    Map<Variant, LoaderReport> reports = reports(commands, runs, "background");
    // In a short run, methods that ran seldom in training do not have their turn; here they do.
    Map<Variant, LoaderReport> complete = reports(commands, runs, "before-main");
    Map<Variant, List<Usage>> usages = rounds(commands, runs);
    List<Result> results = new ArrayList<>();
    usages.forEach((variant, all) -> results.add(Result.of(variant, all, reports.get(variant))));
    return new Outcome(
        settings,
        results,
        usages,
        new Coverage(build, complete),
        Machine.current(),
        launch.flags(),
        runs.files());
  }

  private Commands prepare(Launch launch) throws IOException {
    if (Files.exists(settings.work())) {
      new RunOutput(settings.work()).delete();
    }
    Files.createDirectories(settings.work());
    Path imageFile = settings.work().resolve("image.args");
    Files.writeString(imageFile, ArgumentFile.text(launch.withoutAotCache()));
    return new Commands(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        launch,
        imageFile,
        settings.work().resolve("plain.aot"),
        settings.arguments());
  }

  private void warmUp(Commands commands, Runs runs)
      throws BenchmarkException, IOException, InterruptedException {
    for (Variant variant : Variant.values()) {
      progress.accept("warm-up: " + variant.title());
      List<String> options = variant.hasAotCache() ? List.of(CACHE_OR_NOTHING) : List.of();
      runs.compared(variant.title(), commands.of(variant, options));
    }
  }

  private Map<Variant, LoaderReport> reports(Commands commands, Runs runs, String install)
      throws BenchmarkException, IOException, InterruptedException {
    Map<Variant, LoaderReport> reports = new EnumMap<>(Variant.class);
    for (Variant variant : Variant.values()) {
      if (variant.hasImage()) {
        progress.accept("loader's report, " + install + ": " + variant.title());
        Path file = settings.work().resolve(variant.id() + "-" + install + "-report.json");
        List<String> options =
            List.of(
                LoaderOption.argument(LoaderOption.REPORT, file),
                LoaderOption.argument(LoaderOption.INSTALL, install));
        runs.reporting(variant.title(), commands.of(variant, options));
        reports.put(variant, LoaderReport.read(file));
      }
    }
    return reports;
  }

  private Map<Variant, List<Usage>> rounds(Commands commands, Runs runs)
      throws BenchmarkException, IOException, InterruptedException {
    Map<Variant, List<Usage>> usages = new EnumMap<>(Variant.class);
    for (int round = 0; round < settings.rounds(); round++) {
      for (Variant variant : Variant.values()) {
        Usage usage = runs.compared(variant.title(), commands.of(variant, List.of()));
        usages.computeIfAbsent(variant, key -> new ArrayList<>()).add(usage);
      }
      progress.accept(roundLine(round, usages));
    }
    return usages;
  }

  private String roundLine(int round, Map<Variant, List<Usage>> usages) {
    return Arrays.stream(Variant.values())
        .map(
            variant ->
                String.format(
                    Locale.ROOT,
                    "%s %.0f ms",
                    variant.id(),
                    usages.get(variant).get(round).wallMillis()))
        .collect(
            Collectors.joining(
                ", ", "round " + (round + 1) + " of " + settings.rounds() + ": ", ""));
  }
}
