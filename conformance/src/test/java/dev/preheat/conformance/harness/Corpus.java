// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import dev.preheat.format.trace.Invocations;
import dev.preheat.format.trace.MethodId;
import dev.preheat.format.trace.Trace;
import dev.preheat.format.trace.TraceBuilder;
import dev.preheat.testkit.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** Compiled programs that share a jar and an image. */
public final class Corpus {
  private static final String STARTER = "dev.preheat.conformance.programs.Starter";

  /** How often every method is said to have run: often enough for the compiler to inline. */
  private static final long MANY = 1_000;

  /** Classes whose methods are to be interpreted, or compiled by the JIT. */
  private static final Pattern KEPT_OUT = Pattern.compile("Interpreted|Jit");

  /** What makes them so, and lets the JIT compile at once what it compiles. */
  private static final List<String> KINDS =
      List.of(
          "-Xbatch",
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=exclude,*Interpreted*::*",
          "-XX:CompileCommand=dontinline,*::notInlined*");

  private final Path directory;
  private final Path jar;
  private final Image image;
  private final Path cache;

  private final Map<Launch, String> expected;

  private Corpus(Path directory, Path jar, Image image, Path cache, Map<Launch, String> expected) {
    this.directory = directory;
    this.jar = jar;
    this.image = image;
    this.cache = cache;
    this.expected = Map.copyOf(expected);
  }

  /**
   * Compiles programs, runs each interpreted, and makes an image of all their methods.
   *
   * @param name of the directory with all that this makes
   * @param training the runs from which the compiler learns which classes there are
   */
  public static Corpus compile(String name, Sources sources, List<Launch> training)
      throws IOException, InterruptedException {
    Path directory = Tools.workDirectory(name);
    Path jar = sources.compile(directory);
    TraceBuilder builder = new TraceBuilder();
    Map<Launch, String> expected = new HashMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      Set<String> program = Methods.classes(file);
      for (Launch launch : training) {
        Path log = directory.resolve(launch.label() + ".classes");
        ChildJvm.Result outcome =
            interpreter(directory, jar, launch.label() + "-training", launch, ClassLog.option(log))
                .run();
        if (outcome.exitCode() != 0) {
          throw new IllegalStateException(launch + " fails interpreted: " + outcome.err());
        }
        ClassLog.read(log).addTo(builder, program);
        expected.put(launch, outcome.out());
      }
      Trace classes = builder.build();
      for (var type : classes.classes().keySet()) {
        if (program.contains(type.name())) {
          for (MethodId method : Methods.of(file, type.name())) {
            if (!KEPT_OUT.matcher(type.name()).find()) {
              builder.addInvocations(method, new Invocations(MANY, 0, 0));
            }
          }
        }
      }
    }
    Image image = Image.compile(name, directory, List.of(jar), builder.build(), false, 0);
    Path cache = image.makeCache("program", Launch.of(STARTER, jar.toString()), List.of());
    return new Corpus(directory, jar, image, cache, expected);
  }

  /** The image. */
  public Image image() {
    return image;
  }

  /** The directory of the programs' sources. */
  public Path sources() {
    return directory.resolve("src");
  }

  /** What a program printed in training, interpreted. */
  public String expected(Launch launch) {
    String output = expected.get(launch);
    if (output == null) {
      throw new IllegalArgumentException("no training run: " + launch);
    }
    return output;
  }

  /**
   * What a program prints when all of it is interpreted.
   *
   * @throws IllegalStateException if it fails
   */
  public String interpret(Launch launch, String... options)
      throws IOException, InterruptedException {
    ChildJvm.Result outcome =
        interpreter(directory, jar, launch.label() + "-interpreted", launch, options).run();
    if (outcome.exitCode() != 0) {
      throw new IllegalStateException(launch + " fails interpreted: " + outcome.err());
    }
    return outcome.out();
  }

  /**
   * Runs a program whose methods are all installed before it starts.
   *
   * @param label what is special about this run, for names of files
   * @param options of the JVM
   */
  public Run run(String label, Launch launch, String... options)
      throws IOException, InterruptedException {
    return image.run(launch.label() + "-" + label, launch, beforeMain(options));
  }

  /** Runs a program that starts the loader when it wants to, and has all methods installed then. */
  public Run runLate(String label, Launch launch, String... options)
      throws IOException, InterruptedException {
    return image.runLate(launch.label() + "-" + label, launch, beforeMain(options));
  }

  private List<String> beforeMain(String... options) {
    List<String> all = new ArrayList<>(Arrays.asList(options));
    all.addAll(KINDS);
    all.add("-XX:AOTCache=" + cache);
    all.add("-Dpreheat.install=before-main");
    return all;
  }

  /**
   * The same in JVMs that have another module at start, for which the cache has to be another one.
   */
  public Corpus withModule(String module) throws IOException, InterruptedException {
    Path other =
        image.makeCache(
            module, Launch.of(STARTER, jar.toString()), List.of("--add-modules=" + module));
    return new Corpus(directory, jar, image, other, expected);
  }

  /** Runs a program whose methods are installed beside it, as soon as their classes are loaded. */
  public Run runBeside(String label, Launch launch, String... options)
      throws IOException, InterruptedException {
    return image.run(launch.label() + "-" + label, launch, Arrays.asList(options));
  }

  private static ChildJvm interpreter(
      Path directory, Path jar, String name, Launch launch, String... options) {
    List<String> all = new ArrayList<>(List.of("-Xint", "-XX:+UseG1GC"));
    all.addAll(Arrays.asList(options));
    return ChildJvm.bare()
        .in(directory, name)
        .options(all)
        .classPath(List.of(jar))
        .program(launch.words());
  }
}
