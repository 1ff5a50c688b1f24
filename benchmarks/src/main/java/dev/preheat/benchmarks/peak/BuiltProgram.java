// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak;

import dev.preheat.benchmarks.peak.curve.JitCounts;
import dev.preheat.benchmarks.peak.curve.Side;
import dev.preheat.benchmarks.peak.curve.Training;
import dev.preheat.benchmarks.peak.curve.Workload;
import dev.preheat.benchmarks.program.BenchmarkException;
import dev.preheat.benchmarks.program.Commands;
import dev.preheat.benchmarks.program.Launch;
import dev.preheat.benchmarks.program.Variant;
import dev.preheat.format.contract.ArgumentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A program with its images: how each side of it is started. */
final class BuiltProgram {
  /** The JVM ends where the cache cannot be used, instead of going on without. */
  private static final String CACHE_OR_NOTHING = "-XX:AOTMode=on";

  /** The project that holds all programs. */
  private static final String PROJECT = "peak";

  private static final String ALL = "all";
  private static final String LIST = "list";
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private final String name;
  private final Path work;
  private final Map<Training, Launch> launches = new EnumMap<>(Training.class);

  private BuiltProgram(String name, Path work) {
    this.name = name;
    this.work = work;
  }

  /**
   * Reads how a program is started.
   *
   * @param builds directory with a directory for each training
   * @param work directory for its AOT caches
   * @throws BenchmarkException if it was not built
   * @throws IOException if a file cannot be read or written
   */
  static BuiltProgram read(String name, Path builds, Path work)
      throws BenchmarkException, IOException {
    BuiltProgram program = new BuiltProgram(name, work);
    for (Training training : Training.values()) {
      Path target = builds.resolve(training.id()).resolve(PROJECT).resolve(name).resolve("target");
      Launch launch = Launch.read(target);
      program.launches.put(training, launch);
      Files.writeString(program.imageFile(training), ArgumentFile.text(launch.withoutAotCache()));
    }
    return program;
  }

  String name() {
    return name;
  }

  /** Makes the program tell the names of its workloads. */
  List<String> listing() {
    return commands(Training.HOT, List.of(LIST)).of(Variant.PLAIN, List.of());
  }

  /** Makes the AOT cache of the program without Preheat. */
  List<String> training(Training training) {
    return commands(training, List.of(ALL, training.word())).training();
  }

  /**
   * A run of a workload that is as brief as can be, to see that it works.
   *
   * @param further options of the JVM
   */
  List<String> brief(Side side, String workload, List<String> further) {
    return words(side, List.of(workload, Training.SHORT.word()), further);
  }

  /** A run of a workload that is measured. */
  List<String> measured(Side side, Workload workload) {
    return words(
        side,
        List.of(workload.name(), Integer.toString(workload.seconds())),
        List.of(JitCounts.OPTION));
  }

  private List<String> words(Side side, List<String> arguments, List<String> further) {
    List<String> options = new ArrayList<>(further);
    if (side.variant().hasAotCache()) {
      options.add(CACHE_OR_NOTHING);
    }
    return commands(side.training().orElse(Training.HOT), arguments).of(side.variant(), options);
  }

  private Commands commands(Training training, List<String> arguments) {
    return new Commands(
        JAVA, launches.get(training), imageFile(training), file(training, "plain.aot"), arguments);
  }

  /** Flags of the JVM for the variants with an image, for people. */
  List<String> flags() {
    return launches.get(Training.HOT).flags();
  }

  private Path imageFile(Training training) {
    return file(training, "image.args");
  }

  private Path file(Training training, String suffix) {
    return work.resolve(name + "-" + training.id() + "-" + suffix);
  }
}
