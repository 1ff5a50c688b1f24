// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

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
import dev.preheat.hotspot.VmField;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;

/** Makes what a run with an image needs: the loader's jar, a program's jar, the image. */
final class ImageKit {

  private static final String COMPILER = CompilerProcess.MAIN;
  private static final Pattern USED =
      Pattern.compile(
          "dev/preheat/(format/(Json.*|classpath/CentralDirectory|contract/(ClassPattern|ReportFormat))|hotspot/(archive/ArchiveDigest|.*Content|.*NameHash|ObjectLayout.*|Vm(Memory|Numbers)))\\.class");

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

  ImageKit(Path directory) {
    this.directory = directory;
    EVERYWHERE.forEach(this::jdkType);
  }

  /** Gives the compiler's JVM an option of its own. */
  ImageKit compilerOption(String option) {
    compilerOptions.add(option);
    return this;
  }

  /** Traces a class of the JDK's core. */
  ImageKit jdkType(String type) {
    return type(new ClassId(LoaderRole.BOOT, type));
  }

  /** Takes what was traced so far for a run of the program itself; what comes is of a test. */
  ImageKit endOfRun() {
    run = trace.build();
    return this;
  }

  /** Traces a class of the program. */
  ImageKit type(String type) {
    return type(new ClassId(LoaderRole.APP, type));
  }

  private ImageKit type(ClassId id) {
    trace.addClass(id, new ClassRecord(true, Collections.emptySortedSet()));
    return this;
  }

  /** Traces a method of the JDK's core. */
  ImageKit jdkMethod(String type, String name, String descriptor) {
    return method(LoaderRole.BOOT, type, name, descriptor);
  }

  /** Traces a method of a class of the JDK that the platform loader has defined. */
  ImageKit platformMethod(String type, String name, String descriptor) {
    return method(LoaderRole.PLATFORM, type, name, descriptor);
  }

  /** Traces a method of the program. */
  ImageKit method(String type, String name, String descriptor) {
    return method(LoaderRole.APP, type, name, descriptor);
  }

  private ImageKit method(LoaderRole role, String type, String name, String descriptor) {
    ClassId id = new ClassId(role, type);
    type(id);
    return invocations(id, name, descriptor, 1000);
  }

  /** Traces how often a method ran, of a class that may not be there. */
  ImageKit invocations(ClassId type, String name, String descriptor, int count) {
    trace.addInvocations(new MethodId(type, name, descriptor), new Invocations(count, 0, 0));
    return this;
  }

  /** The loader as a jar. */
  Path loaderJar() throws IOException {
    Path jar = directory.resolve("loader.jar");
    Manifest manifest = manifest();
    manifest.getMainAttributes().putValue("Premain-Class", Agent.class.getName());
    Map<String, byte[]> files = new TreeMap<>();
    addFiles(location(CompileRequest.class), files);
    addFiles(location(VmField.class), files);
    // The real jar is minimised: what the loader does not use is not in it.
    files.keySet().removeIf(name -> !USED.matcher(name).matches());
    addFiles(location(Main.class), files);
    write(jar, manifest, files);
    return jar;
  }

  /** Classes of these tests as a jar: nothing in a directory gets into an archive. */
  Path testJar(String name, Class<?>... types) throws IOException {
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
  Path programJar(String name, String... sources) throws IOException {
    return jar(name, manifest(), sources);
  }

  /** Compiles sources into the jar of an agent, which may change classes that are loaded. */
  Path agentJar(String name, String agent, String... sources) throws IOException {
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
    Map<String, byte[]> files = new TreeMap<>();
    addFiles(classes, files);
    write(jar, manifest, files);
    return jar;
  }

  /** A jar with one class. */
  Path classJar(String name, String type, byte[] file) throws IOException {
    Path jar = directory.resolve(name);
    write(jar, manifest(), Map.of(type + ".class", file));
    return jar;
  }

  /** As many classes as it says that can be loaded (C0, ...) and cannot (B0, ...). */
  Path stormJar(int count) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      files.put("C" + i + ".class", ClassFile.of().build(ClassDesc.of("C" + i), type -> {}));
      // It overrides a final method, which the VM notices when the class is in its lists already.
      files.put(
          "B" + i + ".class",
          ClassFile.of()
              .build(
                  ClassDesc.of("B" + i),
                  type ->
                      type.withMethodBody(
                          "getClass",
                          MethodTypeDesc.of(ConstantDescs.CD_Class),
                          ClassFile.ACC_PUBLIC,
                          code -> code.aconst_null().areturn())));
    }
    Path jar = directory.resolve("storm-classes.jar");
    write(jar, manifest(), files);
    return jar;
  }

  /** What was traced so far, as a file. */
  Path traceFile() throws IOException {
    Path file = directory.resolve("program.trace");
    TraceWriter.write(trace.build(), file);
    return file;
  }

  /** Runs the compiler over the methods traced so far. */
  Path image(List<Path> classPath) throws IOException {
    compile(classPath, List.of(), 0);
    return directory.resolve("program.so");
  }

  /**
   * Runs the compiler.
   *
   * @return what it printed; its report is {@code image.json}
   */
  String compile(List<Path> classPath, List<String> excludes, int minimumInvocations)
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
  CompileRequest request(List<Path> classPath) throws IOException {
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
  static ChildJvm.Result runCompiler(List<Path> classPath, String... arguments) throws IOException {
    return runCompiler(List.of(), classPath, arguments);
  }

  /** Starts the compiler with more options of its JVM. */
  static ChildJvm.Result runCompiler(
      List<String> moreOptions, List<Path> classPath, String... arguments) throws IOException {
    Path compiler = location(compilerClass());
    String all = path(List.of(compiler, location(CompileRequest.class), location(VmField.class)));
    return ChildJvm.bare()
        .options(compilerOptions(graal()))
        .option("-Dpreheat.check.graphs=true")
        .options(moreOptions)
        .classPath(all + File.pathSeparator + path(classPath))
        .run(COMPILER, List.of(arguments));
  }

  /** The jars of Graal. */
  static Path graal() {
    return location(compilerClass()).resolveSibling("graal");
  }

  /** A class path as the JVM wants it. */
  static String path(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Class<?> compilerClass() {
    try {
      return Class.forName(COMPILER, false, ImageKit.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> compilerOptions(Path graal) throws IOException {
    String modulePath;
    try (Stream<Path> jars = Files.list(graal)) {
      modulePath = path(jars.sorted().toList());
    }
    String name = "/META-INF/preheat/jvm-options";
    Path compiler = location(compilerClass());
    Map<String, byte[]> files = new TreeMap<>();
    addFiles(compiler, files);
    String text = new String(files.get(name.substring(1)), StandardCharsets.UTF_8);
    return text.replace(CompilerProcess.GRAAL_MODULE_PATH, modulePath).lines().toList();
  }

  /** The directory or jar that a class comes from. */
  static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void addFiles(Path directoryOrJar, Map<String, byte[]> files) throws IOException {
    if (Files.isDirectory(directoryOrJar)) {
      try (Stream<Path> all = Files.walk(directoryOrJar)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(
              directoryOrJar.relativize(file).toString().replace(File.separatorChar, '/'),
              Files.readAllBytes(file));
        }
      }
      return;
    }
    try (ZipFile jar = new ZipFile(directoryOrJar.toFile())) {
      jar.stream()
          .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("META-INF/MANIFEST"))
          .forEach(entry -> files.put(entry.getName(), content(jar, entry)));
    }
  }

  private static byte[] content(ZipFile jar, ZipEntry entry) {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
