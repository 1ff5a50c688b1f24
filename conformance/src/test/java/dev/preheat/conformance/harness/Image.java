// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.preheat.format.contract.CollectorGroup;
import dev.preheat.format.contract.CompileRequest;
import dev.preheat.format.contract.CompilerProcess;
import dev.preheat.format.contract.OnCompilerFailure;
import dev.preheat.format.trace.MethodId;
import dev.preheat.format.trace.Trace;
import dev.preheat.format.trace.TraceWriter;
import dev.preheat.testkit.Artifacts;
import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.LoaderReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An image of a program, and how it was made.
 *
 * @param file the image
 * @param compiled methods of the program that are in it
 * @param leftOut methods that were traced and are not in it, with the reason and its detail
 * @param classPath the loader's jar and the program's
 */
public record Image(
    Path file,
    SortedSet<String> compiled,
    SortedMap<String, String> leftOut,
    List<Path> classPath) {

  private static final int COMPILER_THREADS = 2;

  public Image {
    compiled = Collections.unmodifiableSortedSet(compiled);
    leftOut = Collections.unmodifiableSortedMap(leftOut);
    classPath = List.copyOf(classPath);
  }

  /**
   * Compiles a program.
   *
   * @param name of the image
   * @param directory gets it, and all that is needed to compile it again
   * @param program its class path
   * @param includeJdk whether methods of the JDK that the trace names are compiled, too
   * @param minimumInvocations how often a method must have run to be compiled
   */
  public static Image compile(
      String name,
      Path directory,
      List<Path> program,
      Trace trace,
      boolean includeJdk,
      int minimumInvocations)
      throws IOException, InterruptedException {
    return compile(
        name,
        directory,
        program,
        trace,
        includeJdk,
        minimumInvocations,
        Optional.empty(),
        CollectorGroup.G1);
  }

  /**
   * Compiles a program for some collectors.
   *
   * @param base an image of the same program, whose variants this one has, too
   * @param collectors that code is made for
   */
  public static Image compile(
      String name,
      Path directory,
      List<Path> program,
      Trace trace,
      boolean includeJdk,
      int minimumInvocations,
      Optional<Path> base,
      CollectorGroup collectors)
      throws IOException, InterruptedException {
    Path traceFile = directory.resolve(name + ".trace");
    TraceWriter.write(trace, traceFile);
    List<Path> classPath = new ArrayList<>(List.of(Artifacts.loaderJar()));
    classPath.addAll(program);
    CompileRequest request =
        new CompileRequest(
            List.of(traceFile),
            List.of(),
            classPath,
            directory.resolve(name + ".so"),
            base,
            name + ".so",
            collectors,
            List.of(),
            List.of(),
            includeJdk,
            minimumInvocations,
            COMPILER_THREADS,
            OnCompilerFailure.WARN,
            directory.resolve(name + ".json"));
    Path requestFile = directory.resolve(name + ".request");
    request.write(requestFile);
    List<Path> compilerPath = new ArrayList<>(Artifacts.compilerPath());
    compilerPath.addAll(classPath);
    ChildJvm.Result outcome =
        ChildJvm.bare()
            .in(directory, name + "-compiler")
            .options(compilerOptions(collectors, trace.methods().size()))
            .classPath(compilerPath)
            .run(CompilerProcess.MAIN, List.of(requestFile.toString()));
    if (outcome.exitCode() != 0) {
      throw new IllegalStateException(
          "the compiler ended with " + outcome.exitCode() + ": " + outcome.err());
    }
    SortedMap<String, String> leftOut = leftOut(request.report());
    SortedSet<String> compiled = new TreeSet<>();
    for (MethodId method : trace.methods().keySet()) {
      String text = Methods.text(method);
      if (!leftOut.containsKey(text)) {
        compiled.add(text);
      }
    }
    return new Image(request.output(), compiled, leftOut, classPath);
  }

  private static SortedMap<String, String> leftOut(Path report) throws IOException {
    SortedMap<String, String> leftOut = new TreeMap<>();
    JsonNode root = new ObjectMapper().readTree(report.toFile());
    for (JsonNode method : root.get("methods")) {
      leftOut.put(
          method.get("method").asText(),
          (method.get("reason").get("id").asText() + " " + method.get("detail").asText()).strip());
    }
    return leftOut;
  }

  private static List<String> compilerOptions(CollectorGroup collectors, int methods)
      throws IOException {
    List<String> options = new ArrayList<>(Artifacts.compilerOptions(methods));
    // The compiler asks the VM that it runs in.
    options.add("-XX:CompileCommand=quiet");
    options.add("-XX:CompileCommand=dontinline,*::notInlined*");
    options.addAll(collectors.compilerOptions());
    return options;
  }

  /**
   * Makes a cache of the JDK's own (JEP 514) that has all classes of the program: with it they are
   * loaded and linked before the program starts.
   *
   * @param name of the cache
   * @param moreOptions those on which the JVM makes the use of a cache depend
   */
  public Path makeCache(String name, Launch training, List<String> moreOptions)
      throws IOException, InterruptedException {
    Path cache = file.resolveSibling(name + ".aot");
    List<String> options = new ArrayList<>(Artifacts.jvmOptions(Artifacts.loaderJar()));
    options.addAll(moreOptions);
    options.add("-XX:AOTCacheOutput=" + cache);
    options.add("-Dpreheat.mode=off");
    ChildJvm.Result outcome =
        ChildJvm.bare()
            .in(file.getParent(), name + "-cache")
            .options(options)
            .classPath(classPath)
            .program(arguments(training))
            .run();
    if (outcome.exitCode() != 0 || !Files.exists(cache)) {
      throw new IllegalStateException("no AOT cache: " + outcome);
    }
    return cache;
  }

  /**
   * Runs a program with this image.
   *
   * @param name of the files with what it prints
   * @param options of the JVM
   */
  Run run(String name, Launch launch, List<String> options)
      throws IOException, InterruptedException {
    return run(file.getParent(), name, launch, options);
  }

  /**
   * Runs a program with this image.
   *
   * @param directory the program works in, which gets the files with what it prints
   * @param name of these files
   * @param options of the JVM
   */
  public Run run(Path directory, String name, Launch launch, List<String> options)
      throws IOException, InterruptedException {
    return start(directory, name, arguments(launch), options);
  }

  /** Runs a program that starts the loader itself. */
  Run runLate(String name, Launch launch, List<String> options)
      throws IOException, InterruptedException {
    return start(file.getParent(), name, launch.words(), options);
  }

  private Run start(Path directory, String name, List<String> arguments, List<String> options)
      throws IOException, InterruptedException {
    ChildJvm.Result outcome = jvm(directory, name, arguments, options).run();
    return new Run(outcome.exitCode(), outcome.out(), outcome.err(), report(directory, name));
  }

  /** A JVM that runs a program with this image, to be started by whoever asks for it. */
  public ChildJvm jvm(Path directory, String name, Launch launch, List<String> options)
      throws IOException {
    return jvm(directory, name, arguments(launch), options);
  }

  /** What the loader of such a JVM reported, null when it died before. */
  public static LoaderReport report(Path directory, String name) throws IOException {
    Path report = reportFile(directory, name);
    return Files.exists(report) ? LoaderReport.read(report) : null;
  }

  private static Path reportFile(Path directory, String name) {
    return directory.resolve(name + "-report.json");
  }

  private ChildJvm jvm(Path directory, String name, List<String> arguments, List<String> options)
      throws IOException {
    Path report = reportFile(directory, name);
    Files.deleteIfExists(report);
    List<String> all = new ArrayList<>(Artifacts.jvmOptions(Artifacts.loaderJar()));
    all.add("-Dpreheat.image=" + file);
    all.add("-Dpreheat.report=" + report);
    // The JIT's code throws exceptions without message and stack trace after a while.
    all.add("-XX:-OmitStackTraceInFastThrow");
    all.addAll(options);
    return ChildJvm.bare().in(directory, name).options(all).classPath(classPath).program(arguments);
  }

  private static List<String> arguments(Launch launch) {
    List<String> arguments = new ArrayList<>(List.of(ChildJvm.LOADER));
    arguments.addAll(launch.words());
    return arguments;
  }
}
