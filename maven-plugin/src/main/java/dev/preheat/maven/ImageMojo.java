// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven;

import dev.preheat.format.AtomicFile;
import dev.preheat.format.contract.ArgumentFile;
import dev.preheat.format.contract.CollectorGroup;
import dev.preheat.format.contract.CompileRequest;
import dev.preheat.format.contract.JvmOptions;
import dev.preheat.format.contract.OnCompilerFailure;
import dev.preheat.format.image.read.ImagePin;
import dev.preheat.format.image.read.ImageReader;
import dev.preheat.hotspot.archive.ArchiveFile;
import dev.preheat.maven.advice.Suggestions;
import dev.preheat.maven.advice.UserError;
import dev.preheat.maven.agent.MissingTrace;
import dev.preheat.maven.agent.TestPlan;
import dev.preheat.maven.agent.Traces;
import dev.preheat.maven.artifact.Artifacts;
import dev.preheat.maven.artifact.CompilerJars;
import dev.preheat.maven.image.CollectorNames;
import dev.preheat.maven.image.ImageCheck;
import dev.preheat.maven.image.ImageCompiler;
import dev.preheat.maven.jdk.Jdk;
import dev.preheat.maven.launch.AotCache;
import dev.preheat.maven.launch.AotCacheOptions;
import dev.preheat.maven.launch.Launch;
import dev.preheat.maven.launch.Libraries;
import dev.preheat.maven.launch.MainClass;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Makes the image: compiles what the traces show ahead of time, into a shared library beside the
 * jar, which a stock JVM of a JDK 25 loads.
 *
 * <p>Written are, below {@code target}, for a project whose final name is {@code foo-1.0}:
 *
 * <ul>
 *   <li>{@code foo-1.0-linux-x86_64.so}, the image. It is attached to the build with type {@code
 *       so} and classifier {@code linux-x86_64}, so that it is installed and deployed with the jar.
 *   <li>{@code foo-1.0-linux-x86_64.so.json}, the compiler's report: every method, and for each one
 *       that is not in the image the reason.
 *   <li>{@code foo-1.0-linux-x86_64.so.failures.txt}, if methods made the compiler fail: the stack
 *       of each, for a report of the bug.
 *   <li>{@code foo-1.0.args}, if the project has a main class: {@code java @target/foo-1.0.args}
 *       and the program's own arguments start it with its image.
 *   <li>{@code foo-1.0.aot}, if {@code aotCache} is set: the JDK's own cache of loaded classes (JEP
 *       514), which the file of arguments then names as well.
 * </ul>
 *
 * <p>Those of the last two that an earlier build wrote are removed first: they are of other
 * classes.
 *
 * <p>The traces come from {@code preheat:prepare-agent} and {@code preheat:trace-run}. A build
 * whose tests left no trace fails, and says why. The compiler is Graal, in a JVM of its own; none
 * of the program's code runs in it.
 */
@Mojo(
    name = "image",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class ImageMojo extends AbstractProgramMojo {
  private static final String CLASSIFIER = "linux-x86_64";
  private static final String TYPE = "so";

  /** Where {@code preheat:prepare-agent} has the tests write their traces. */
  @Parameter(
      property = "preheat.traceDirectory",
      defaultValue = "${project.build.directory}/preheat/traces",
      required = true)
  private File traceDirectory;

  /** Further directories with traces, such as those of other modules; they need not exist. */
  @Parameter(property = "preheat.traceDirectories")
  private List<File> traceDirectories;

  /**
   * Which classes have their methods compiled: patterns of dotted names. {@code *} stands for any
   * letters but dots, {@code **} for any letters, {@code ?} for one letter but a dot. Nothing
   * given: all that the traces show.
   */
  @Parameter(property = "preheat.includes")
  private List<String> includes;

  /** Which classes do not, whatever {@code includes} says; patterns as there. */
  @Parameter(property = "preheat.excludes")
  private List<String> excludes;

  /** Whether methods of the JDK that the traces show are compiled, too. */
  @Parameter(property = "preheat.includeJdk", defaultValue = "true")
  private boolean includeJdk;

  /** How often a method must have run in the traces to be compiled. */
  @Parameter(property = "preheat.minimumInvocations", defaultValue = "1")
  private int minimumInvocations;

  /**
   * How many threads compile; fewer need less memory. Nothing given: as many as there are
   * processors.
   */
  @Parameter(property = "preheat.threads")
  private Integer threads;

  /**
   * The garbage collectors that the image is for: {@code G1}, {@code Serial}, {@code Parallel}.
   * Each of G1 and the other two, which share their code, is compiled for by itself, takes as long,
   * and makes the image larger by as much. A JVM with another collector runs without its image.
   * <em>Where a JVM has fewer than two processors or less than 1792 MB, its default is Serial</em>:
   * for containers of that size say {@code G1,Serial}.
   */
  @Parameter(property = "preheat.collectors", defaultValue = "G1")
  private List<String> collectors;

  /**
   * What a method does to the build that makes the compiler fail, by a bug of the compiler: {@code
   * warn} leaves it to the JIT and warns, {@code fail} makes no image. Either way the stacks are in
   * a file beside the image, {@code foo-1.0-linux-x86_64.so.failures.txt}.
   */
  @Parameter(property = "preheat.onCompilerFailure", defaultValue = "warn")
  private String onCompilerFailure;

  /** Arguments of the compiler's JVM, such as {@code -Xmx4g}. */
  @Parameter(property = "preheat.compilerJvmArguments")
  private List<String> compilerJvmArguments;

  /**
   * Whether the jars that the program needs at run time are copied to {@code target/lib}. If not,
   * the file of arguments names them where Maven has them: in the local repository.
   */
  @Parameter(property = "preheat.copyLibraries", defaultValue = "false")
  private boolean copyLibraries;

  /**
   * Whether the JDK's own cache is made as well. The program is run once for that, with {@code
   * arguments} in {@code workingDirectory}; it has to end by itself, with exit code 0.
   */
  @Parameter(property = "preheat.aotCache", defaultValue = "false")
  private boolean aotCache;

  @Inject private MavenProjectHelper projectHelper;

  @Override
  void run() throws UserError, IOException, InterruptedException {
    if (project().getPackaging().equals("pom")) {
      getLog().info("A project of packaging pom has no image.");
      return;
    }
    removeOldStart();
    checkJar();
    List<CollectorGroup> targets = List.copyOf(CollectorNames.groups(collectors));
    Jdk jdk = jdk();
    List<Path> traces = traces();
    Path image = buildDirectory().resolve(fileName("-" + CLASSIFIER + "." + TYPE));
    List<Path> classPath = classPath();
    compile(jdk, targets, traces, classPath, image);
    new ImageCheck(jdk, workDirectory()).check(image, line -> getLog().info(line));
    projectHelper.attachArtifact(project(), TYPE, CLASSIFIER, image.toFile());
    writeArguments(jdk, classPath, image);
  }

  /**
   * Removes what an earlier build left to start the program with, however this build ends: JDKs
   * before 25.0.4 do not look whether the jars are still those of the cache (JDK-8377932).
   */
  private void removeOldStart() throws IOException {
    Files.deleteIfExists(argumentFile());
    Files.deleteIfExists(aotCacheFile());
  }

  private void checkJar() throws UserError, IOException {
    if (!Files.isRegularFile(jar()) || !jar().toString().endsWith(".jar")) {
      throw new UserError(Suggestions.noJar(project().getPackaging()));
    }
    if (MainClass.isSpringBootArchive(jar())) {
      throw new UserError(Suggestions.springBootArchive(jar()));
    }
  }

  private List<Path> traces() throws UserError, IOException {
    Path own = traceDirectory.toPath().toAbsolutePath();
    List<Path> further =
        traceDirectories == null
            ? List.of()
            : traceDirectories.stream().map(File::toPath).map(Path::toAbsolutePath).toList();
    List<Path> traces = Traces.of(own, runTraces(), further);
    if (traces.isEmpty()) {
      throw new UserError(missingTrace(own).suggestion());
    }
    return traces;
  }

  private MissingTrace missingTrace(Path own) throws UserError, IOException {
    Optional<String> prepared =
        Optional.ofNullable((String) getPluginContext().get(PrepareAgentMojo.PREPARED));
    TestPlan plan = testPlan();
    Path testClasses = Path.of(project().getBuild().getTestOutputDirectory()).toAbsolutePath();
    return new MissingTrace(
        own,
        plan,
        testJvms(plan),
        prepared,
        prepared.map(project().getProperties()::getProperty).orElse(""),
        artifacts().file(Artifacts.TRACE_AGENT),
        testClasses,
        Traces.hasClasses(testClasses),
        agentLog(),
        buildDirectory().resolve("surefire-reports"));
  }

  /** The loader's jars, the project's, and what it needs at run time. */
  private List<Path> classPath() throws UserError, IOException {
    List<Path> classPath = new ArrayList<>(loader());
    classPath.add(jar());
    List<Path> dependencies = dependencies();
    classPath.addAll(
        copyLibraries
            ? Libraries.copy(dependencies, buildDirectory().resolve("lib"))
            : dependencies);
    return classPath;
  }

  /** Copied beside the image, because what starts the program should outlive the repository. */
  private List<Path> loader() throws UserError, IOException {
    List<Path> jars =
        artifacts().withDependencies(Artifacts.LOADER).stream().map(Artifacts::path).toList();
    return Libraries.copy(jars, workDirectory().resolve("loader"));
  }

  /** One build for each, which keeps what the one before it has made; the last makes the image. */
  private void compile(
      Jdk jdk, List<CollectorGroup> targets, List<Path> traces, List<Path> classPath, Path image)
      throws UserError, IOException, InterruptedException {
    Optional<Path> base = Optional.empty();
    for (int i = targets.size() - 1; i >= 0; i--) {
      Path output = i == 0 ? image : workDirectory().resolve("variants-" + i + "." + TYPE);
      if (targets.size() > 1) {
        getLog()
            .info("Compiling for the collectors " + String.join(" and ", targets.get(i).names()));
      }
      compiler(jdk, targets.get(i))
          .compile(
              request(targets.get(i), traces, classPath, image, output, base),
              line -> getLog().info(line),
              line -> getLog().warn(line));
      if (base.isPresent()) {
        Files.delete(base.get());
      }
      base = Optional.of(output);
    }
  }

  private CompileRequest request(
      CollectorGroup target,
      List<Path> traces,
      List<Path> classPath,
      Path image,
      Path output,
      Optional<Path> base)
      throws UserError, IOException {
    int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    return new CompileRequest(
        traces,
        traces.stream().filter(trace -> trace.startsWith(runTraces().normalize())).toList(),
        classPath,
        output,
        base,
        image.getFileName().toString(),
        target,
        includes == null ? List.of() : includes,
        excludes == null ? List.of() : excludes,
        includeJdk,
        minimumInvocations,
        count,
        onCompilerFailure(),
        output.resolveSibling(output.getFileName() + ".json"));
  }

  private OnCompilerFailure onCompilerFailure() throws UserError {
    return OnCompilerFailure.of(onCompilerFailure)
        .orElseThrow(() -> new UserError(Suggestions.unknownPolicy(onCompilerFailure)));
  }

  private ImageCompiler compiler(Jdk jdk, CollectorGroup target) throws UserError {
    CompilerJars jars = CompilerJars.of(artifacts().withDependencies(Artifacts.COMPILER));
    List<String> options = new ArrayList<>(target.compilerOptions());
    if (compilerJvmArguments != null) {
      options.addAll(compilerJvmArguments);
    }
    return new ImageCompiler(
        jdk, jars.compiler(), jars.libraries(), jars.graal(), options, workDirectory());
  }

  private void writeArguments(Jdk jdk, List<Path> classPath, Path image)
      throws UserError, IOException, InterruptedException {
    Optional<String> name = mainClass();
    if (name.isEmpty()) {
      if (aotCache) {
        throw new UserError(Suggestions.noMainClass("the JDK's cache is made by running it"));
      }
      getLog().info("No file of arguments: the project has no main class.");
      return;
    }
    Launch launch =
        new Launch(
            options(jdk, classPath.get(0)),
            jvmArguments(),
            image,
            ImagePin.of(image),
            Optional.empty(),
            classPath,
            name.get());
    if (aotCache) {
      launch = launch.withAotCache(makeAotCache(jdk, launch));
    }
    AtomicFile.write(argumentFile(), ArgumentFile.text(launch.arguments()));
    getLog().info("Start it with: java @" + argumentFile());
  }

  /** What the loader needs of the JVM, and what the JDK's cache does. */
  private List<String> options(Jdk jdk, Path loader) throws IOException {
    List<String> options = new ArrayList<>(JvmOptions.read(loader));
    if (aotCache) {
      options.addAll(AotCacheOptions.of(jdk.release()));
    }
    return options;
  }

  /** Runs the program once, with the image, while the JVM records and then writes its cache. */
  private AotCache makeAotCache(Jdk jdk, Launch launch)
      throws UserError, IOException, InterruptedException {
    Path training = workDirectory().resolve("training.aot");
    Path trainingArguments = workDirectory().resolve("training.args");
    Files.deleteIfExists(training);
    AtomicFile.write(
        trainingArguments, ArgumentFile.text(launch.toMakeAotCache(training).arguments()));
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.add("@" + trainingArguments);
    command.addAll(arguments());
    getLog().info("Running " + launch.mainClass() + " to make the JDK's AOT cache");
    runProgram(command, launch.mainClass());
    Files.move(
        training,
        aotCacheFile(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    return new AotCache(
        aotCacheFile(), ArchiveFile.digest(aotCacheFile(), ImageReader.readLayout(launch.image())));
  }

  private Path argumentFile() {
    return buildDirectory().resolve(fileName(".args"));
  }

  private Path aotCacheFile() {
    return buildDirectory().resolve(fileName(".aot"));
  }

  private String fileName(String suffix) {
    return project().getBuild().getFinalName() + suffix;
  }
}
