// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.testkit;

import dev.preheat.format.contract.CollectorGroup;
import dev.preheat.format.contract.CompileRequest;
import dev.preheat.format.contract.CompilerProcess;
import dev.preheat.format.contract.OnCompilerFailure;
import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.ClassRecord;
import dev.preheat.format.trace.Invocations;
import dev.preheat.format.trace.LoaderRole;
import dev.preheat.format.trace.MethodId;
import dev.preheat.format.trace.Trace;
import dev.preheat.format.trace.TraceBuilder;
import dev.preheat.format.trace.TraceWriter;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** Makes what a run with an image needs: the loader's jar, a program's jar, a trace, the image. */
public final class ImageKit {

  private static final String COMPILER = CompilerProcess.MAIN;

  /** Besides the loader's own. */
  private static final int FEW = 100;

  private static final Pattern PUBLIC =
      Pattern.compile("public (?:final )?(?:class|interface) (\\w+)");

  /** Classes that every JVM has, and every trace; the compiler asks about them on its own. */
  private static final List<String> EVERYWHERE =
      List.of("java/lang/Object", "java/lang/Throwable", "java/lang/Long");

  private final Path directory;
  private final TraceBuilder trace = new TraceBuilder();
  private final List<String> compilerOptions = new ArrayList<>();

  /** What the program itself ran, null for nothing. */
  private Trace run;

  /**
   * Makes all of it in a directory.
   *
   * @param directory is there already, and becomes full of files
   */
  public ImageKit(Path directory) {
    this.directory = directory;
    EVERYWHERE.forEach(this::jdkType);
  }

  /** Gives the compiler's JVM an option of its own. */
  public ImageKit compilerOption(String option) {
    compilerOptions.add(option);
    return this;
  }

  /** Traces a class of the JDK's core. */
  public ImageKit jdkType(String type) {
    return type(new ClassId(LoaderRole.BOOT, type));
  }

  /** Takes what was traced so far for a run of the program itself; what comes is of a test. */
  public ImageKit endOfRun() {
    run = trace.build();
    return this;
  }

  /** Traces a class of the program. */
  public ImageKit type(String type) {
    return type(new ClassId(LoaderRole.APP, type));
  }

  private ImageKit type(ClassId id) {
    trace.addClass(id, new ClassRecord(true, Collections.emptySortedSet()));
    return this;
  }

  /** Traces a method of the JDK's core. */
  public ImageKit jdkMethod(String type, String name, String descriptor) {
    return method(LoaderRole.BOOT, type, name, descriptor);
  }

  /** Traces a method of a class of the JDK that the platform loader has defined. */
  public ImageKit platformMethod(String type, String name, String descriptor) {
    return method(LoaderRole.PLATFORM, type, name, descriptor);
  }

  /** Traces a method of the program. */
  public ImageKit method(String type, String name, String descriptor) {
    return method(LoaderRole.APP, type, name, descriptor);
  }

  private ImageKit method(LoaderRole role, String type, String name, String descriptor) {
    ClassId id = new ClassId(role, type);
    type(id);
    return invocations(id, name, descriptor, 1000);
  }

  /** Traces how often a method ran, of a class that may not be there. */
  public ImageKit invocations(ClassId type, String name, String descriptor, int count) {
    trace.addInvocations(new MethodId(type, name, descriptor), new Invocations(count, 0, 0));
    return this;
  }

  /** The loader's jar, copied: what it is called and when it was made is in an image. */
  public Path loaderJar() throws IOException {
    Path jar = directory.resolve("loader.jar");
    if (!Files.exists(jar)) {
      Files.copy(Artifacts.loaderJar(), jar);
    }
    return jar;
  }

  /** Classes of these tests as a jar: nothing in a directory gets into an archive. */
  public Path testJar(String name, Class<?>... types) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Class<?> type : types) {
      String file = type.getName().replace('.', '/') + ".class";
      files.put(file, Files.readAllBytes(location(type).resolve(file)));
    }
    Path jar = directory.resolve(name);
    write(jar, manifest(), files);
    return jar;
  }

  /** Compiles sources into a jar. */
  public Path programJar(String name, String... sources) throws IOException {
    return jar(name, manifest(), sources);
  }

  /** Compiles sources into the jar of an agent, which may change classes that are loaded. */
  public Path agentJar(String name, String agent, String... sources) throws IOException {
    Manifest manifest = manifest();
    manifest.getMainAttributes().putValue("Premain-Class", agent);
    manifest.getMainAttributes().putValue("Can-Redefine-Classes", "true");
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    return jar(name, manifest, sources);
  }

  private Path jar(String name, Manifest manifest, String... sources) throws IOException {
    Path folder = Files.createDirectories(directory.resolve(name + ".src"));
    Path classes = Files.createDirectories(directory.resolve(name + ".classes"));
    String internals = "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED";
    List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), internals));
    for (String source : sources) {
      Matcher type = PUBLIC.matcher(source);
      String file = (type.find() ? type.group(1) : "App") + ".java";
      arguments.add(Files.writeString(folder.resolve(file), source).toString());
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));
    if (result != 0) {
      throw new IllegalArgumentException("does not compile: " + arguments);
    }
    Path jar = directory.resolve(name);
    write(jar, manifest, files(classes));
    return jar;
  }

  /** A jar with one class. */
  public Path classJar(String name, String type, byte[] file) throws IOException {
    Path jar = directory.resolve(name);
    write(jar, manifest(), Map.of(type + ".class", file));
    return jar;
  }

  /** A jar with classes, by the names of their files. */
  public Path classJar(String name, Map<String, byte[]> files) throws IOException {
    Path jar = directory.resolve(name);
    write(jar, manifest(), files);
    return jar;
  }

  /** What was traced so far, as a file. */
  public Path traceFile() throws IOException {
    Path file = directory.resolve("program.trace");
    TraceWriter.write(trace.build(), file);
    return file;
  }

  /** Runs the compiler over the methods traced so far. */
  public Path image(List<Path> classPath) throws IOException {
    compile(classPath, List.of(), 0);
    return directory.resolve("program.so");
  }

  /**
   * Runs the compiler.
   *
   * @return what it printed; its report is {@code image.json}
   */
  public String compile(List<Path> classPath, List<String> excludes, int minimumInvocations)
      throws IOException {
    Path request = directory.resolve("request.properties");
    request(classPath, excludes, minimumInvocations).write(request);
    ChildJvm.Result result = runCompiler(compilerOptions, classPath, request.toString());
    if (result.exitCode() != 0) {
      throw new IllegalStateException(result.toString());
    }
    return result.out();
  }

  /** What the compiler is asked for: an image of the methods traced so far. */
  public CompileRequest request(List<Path> classPath) throws IOException {
    return request(classPath, List.of(), 0);
  }

  private CompileRequest request(
      List<Path> classPath, List<String> excludes, int minimumInvocations) throws IOException {
    Path traceFile = traceFile();
    List<Path> runs = new ArrayList<>();
    if (run != null) {
      runs.add(directory.resolve("run.trace"));
      TraceWriter.write(run, runs.get(0));
    }
    List<Path> traces = new ArrayList<>(runs);
    traces.add(traceFile);
    Path image = directory.resolve("program.so");
    return new CompileRequest(
        traces,
        runs,
        classPath,
        image,
        Optional.empty(),
        "program.so",
        CollectorGroup.G1,
        List.of(),
        excludes,
        true,
        minimumInvocations,
        2,
        OnCompilerFailure.WARN,
        directory.resolve("image.json"));
  }

  /** Starts the compiler with these arguments. */
  public static ChildJvm.Result runCompiler(List<Path> classPath, String... arguments)
      throws IOException {
    return runCompiler(List.of(), classPath, arguments);
  }

  /** Starts the compiler with more options of its JVM. */
  public static ChildJvm.Result runCompiler(
      List<String> moreOptions, List<Path> classPath, String... arguments) throws IOException {
    List<Path> all = new ArrayList<>(Artifacts.compilerPath());
    all.addAll(classPath);
    return ChildJvm.bare()
        .options(Artifacts.compilerOptions(FEW))
        .options(moreOptions)
        .classPath(all)
        .run(COMPILER, List.of(arguments));
  }

  /** A class path as the JVM wants it. */
  public static String path(List<Path> entries) {
    return ChildJvm.joined(entries);
  }

  /** The directory or jar that a class comes from. */
  public static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> files(Path classes) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(classes)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            classes.relativize(file).toString().replace(File.separatorChar, '/'),
            Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    return manifest;
  }

  private static void write(Path jar, Manifest manifest, Map<String, byte[]> files)
      throws IOException {
    List<String> names = new ArrayList<>(files.keySet());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write(files.get(name));
      }
    }
  }
}
