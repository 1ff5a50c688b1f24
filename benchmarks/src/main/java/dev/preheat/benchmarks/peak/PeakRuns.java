// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak;

import dev.preheat.benchmarks.peak.curve.Curve;
import dev.preheat.benchmarks.peak.curve.JitCounts;
import dev.preheat.benchmarks.peak.curve.Run;
import dev.preheat.benchmarks.peak.curve.Side;
import dev.preheat.benchmarks.peak.curve.Training;
import dev.preheat.benchmarks.peak.curve.Workload;
import dev.preheat.benchmarks.program.BenchmarkException;
import dev.preheat.benchmarks.program.FreshRuns;
import dev.preheat.benchmarks.program.RunOutput;
import dev.preheat.benchmarks.report.LoaderReport;
import dev.preheat.format.contract.LoaderOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs programs and reads what they measured; each input gives the same in all runs. */
final class PeakRuns {
  private final FreshRuns runs;
  private final Path work;
  private final Map<String, Map<Integer, Long>> results = new HashMap<>();

  /**
   * Runs below a directory.
   *
   * @throws IOException if this process cannot measure others
   */
  PeakRuns(Path work) throws IOException {
    this.runs = new FreshRuns(work.resolve("runs"));
    this.work = work;
  }

  /** The names of a program's workloads. */
  List<String> names(BuiltProgram program)
      throws BenchmarkException, IOException, InterruptedException {
    FreshRuns.Run run = runs.run(program.name(), program.listing());
    List<String> names = lines(run.directory().resolve(FreshRuns.STDOUT));
    new RunOutput(run.directory()).delete();
    return names;
  }

  /** Makes the AOT caches of the program without Preheat. */
  void train(BuiltProgram program, Training training)
      throws BenchmarkException, IOException, InterruptedException {
    FreshRuns.Run run = runs.run("AOT cache training", program.training(training));
    new RunOutput(run.directory()).delete();
  }

  /**
   * Runs a side as briefly as can be.
   *
   * @throws BenchmarkException if it does not use its image or its AOT cache
   */
  void check(BuiltProgram program, Side side, String workload)
      throws BenchmarkException, IOException, InterruptedException {
    Path report = work.resolve("report.json");
    List<String> options =
        side.variant().hasImage()
            ? List.of(LoaderOption.argument(LoaderOption.REPORT, report))
            : List.of();
    FreshRuns.Run run = runs.run(side.title(), program.brief(side, workload, options));
    if (side.variant().hasImage()) {
      LoaderReport.read(report);
      Files.delete(report);
    }
    new RunOutput(run.directory()).delete();
  }

  /**
   * Runs a workload.
   *
   * @throws BenchmarkException if it fails or an input gives something else than in another run
   */
  Run measured(BuiltProgram program, Side side, Workload workload)
      throws BenchmarkException, IOException, InterruptedException {
    FreshRuns.Run run =
        runs.run(workload.name() + ", " + side.title(), program.measured(side, workload));
    Curve curve =
        Curve.of(lines(run.directory().resolve(FreshRuns.STDOUT)), run.usage().startNanos());
    compare(workload, side, curve.results());
    Path log = run.directory().resolve(FreshRuns.FILES).resolve(JitCounts.FILE);
    JitCounts jit = JitCounts.of(lines(log));
    new RunOutput(run.directory()).delete();
    return new Run(curve, run.usage(), jit);
  }

  private void compare(Workload workload, Side side, Map<Integer, Long> found)
      throws BenchmarkException {
    Map<Integer, Long> expected = results.computeIfAbsent(workload.name(), name -> new HashMap<>());
    for (Map.Entry<Integer, Long> entry : found.entrySet()) {
      Long before = expected.putIfAbsent(entry.getKey(), entry.getValue());
      if (before != null && !before.equals(entry.getValue())) {
        throw new BenchmarkException(
            String.format(
                "%s, %s: input %d gives %d, but %d in a run before",
                workload.name(), side.title(), entry.getKey(), entry.getValue(), before));
      }
    }
  }

  /** A name of a method may be no UTF-8. */
  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
  }
}
