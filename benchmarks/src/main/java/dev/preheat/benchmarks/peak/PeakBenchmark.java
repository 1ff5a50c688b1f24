// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak;

import dev.preheat.benchmarks.peak.curve.Comparison;
import dev.preheat.benchmarks.peak.curve.Run;
import dev.preheat.benchmarks.peak.curve.Side;
import dev.preheat.benchmarks.peak.curve.Training;
import dev.preheat.benchmarks.peak.curve.Workload;
import dev.preheat.benchmarks.program.BenchmarkException;
import dev.preheat.benchmarks.program.RunOutput;
import dev.preheat.benchmarks.report.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures workloads over time on all sides: first what needs no measuring (the AOT caches of the
 * programs without Preheat, a brief run of each side to check it), then round by round and workload
 * by workload one run of each side.
 */
final class PeakBenchmark {
  private final PeakSettings settings;
  private final Consumer<String> progress;

  /**
   * A benchmark.
   *
   * @param progress takes a line for each step
   */
  PeakBenchmark(PeakSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Runs it, and writes the results after each round: a later one that fails does not take them
   * away.
   *
   * @throws BenchmarkException if nothing is to run, or if a side fails, computes something else
   *     than the others, or runs without its image or AOT cache
   * @throws IOException if a file or process cannot be had
   */
  PeakOutcome run() throws BenchmarkException, IOException, InterruptedException {
    Path work = settings.work();
    if (Files.exists(work)) {
      new RunOutput(work).delete();
    }
    Files.createDirectories(work);
    PeakRuns runs = new PeakRuns(work);
    Map<Workload, BuiltProgram> workloads = workloads(runs);
    prepare(runs, workloads);
    Map<Workload, Map<Side, List<Run>>> measured = new LinkedHashMap<>();
    PeakOutcome outcome = null;
    for (int round = 1; round <= settings.rounds(); round++) {
      for (Map.Entry<Workload, BuiltProgram> entry : workloads.entrySet()) {
        Map<Side, List<Run>> sides =
            measured.computeIfAbsent(entry.getKey(), key -> new LinkedHashMap<>());
        for (Side side : Side.all()) {
          sides
              .computeIfAbsent(side, key -> new ArrayList<>())
              .add(runs.measured(entry.getValue(), side, entry.getKey()));
        }
        progress.accept(line(round, entry.getKey(), sides));
      }
      outcome = outcome(round, measured, workloads);
      outcome.write(settings.results());
    }
    return outcome;
  }

  private Map<Workload, BuiltProgram> workloads(PeakRuns runs)
      throws BenchmarkException, IOException, InterruptedException {
    Map<Workload, BuiltProgram> workloads = new LinkedHashMap<>();
    for (String name : settings.programs()) {
      BuiltProgram program = BuiltProgram.read(name, settings.builds(), settings.work());
      for (String each : runs.names(program)) {
        Workload workload = settings.workload(name, each);
        if (settings.isWanted(workload)) {
          workloads.put(workload, program);
        }
      }
    }
    if (workloads.isEmpty()) {
      throw new BenchmarkException(
          "no workload of "
              + String.join(", ", settings.programs())
              + " has a name like "
              + String.join(", ", settings.only()));
    }
    return workloads;
  }

  private void prepare(PeakRuns runs, Map<Workload, BuiltProgram> workloads)
      throws BenchmarkException, IOException, InterruptedException {
    Map<BuiltProgram, Workload> first = new LinkedHashMap<>();
    workloads.forEach((workload, program) -> first.putIfAbsent(program, workload));
    for (Map.Entry<BuiltProgram, Workload> entry : first.entrySet()) {
      for (Training training : Training.values()) {
        progress.accept(
            "making the AOT cache of " + entry.getKey().name() + ", trained " + training.id());
        runs.train(entry.getKey(), training);
      }
      for (Side side : Side.all()) {
        progress.accept("check of " + entry.getKey().name() + ": " + side.title());
        runs.check(entry.getKey(), side, entry.getValue().name());
      }
    }
  }

  private static String line(int round, Workload workload, Map<Side, List<Run>> sides)
      throws BenchmarkException {
    StringBuilder line = new StringBuilder("round " + round + ", " + workload.name() + ":");
    double plain = sides.get(Side.PLAIN).getLast().curve().level();
    for (Map.Entry<Side, List<Run>> entry : sides.entrySet()) {
      line.append(
          String.format(
              Locale.ROOT,
              " %s %.2f",
              entry.getKey().id(),
              entry.getValue().getLast().curve().level() / plain));
    }
    return line.toString();
  }

  private static PeakOutcome outcome(
      int rounds,
      Map<Workload, Map<Side, List<Run>>> measured,
      Map<Workload, BuiltProgram> workloads)
      throws BenchmarkException, IOException {
    List<Comparison> comparisons = new ArrayList<>();
    for (Map.Entry<Workload, Map<Side, List<Run>>> entry : measured.entrySet()) {
      comparisons.add(Comparison.of(entry.getKey(), entry.getValue()));
    }
    return new PeakOutcome(
        rounds, comparisons, Machine.current(), workloads.values().iterator().next().flags());
  }
}
