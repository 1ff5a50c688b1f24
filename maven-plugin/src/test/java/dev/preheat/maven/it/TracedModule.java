// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.it;

import dev.preheat.format.trace.ArgumentCombinations;
import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.ClassRecord;
import dev.preheat.format.trace.Invocations;
import dev.preheat.format.trace.LoaderRole;
import dev.preheat.format.trace.MethodId;
import dev.preheat.format.trace.ReadTrace;
import dev.preheat.format.trace.Trace;
import dev.preheat.format.trace.TraceReader;
import dev.preheat.maven.agent.TraceDirectory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the tests of a test project left; for the scripts that verify test projects. */
public final class TracedModule {
  private final Path directory;
  private final List<Path> files;
  private final Trace trace;

  private TracedModule(Path directory, List<Path> files, Trace trace) {
    this.directory = directory;
    this.files = files;
    this.trace = trace;
  }

  /** The traces of the tests of a module. */
  public static TracedModule of(File directory) throws IOException {
    return of(directory, "traces");
  }

  /** The traces in a directory below {@code target/preheat} of a module. */
  public static TracedModule of(File module, String name) throws IOException {
    Path directory = module.toPath();
    List<Path> files =
        new TraceDirectory(directory.resolve("target/preheat").resolve(name)).traces();
    Trace trace = Trace.empty();
    for (Path file : files) {
      ReadTrace read = TraceReader.read(file);
      if (!read.complete()) {
        throw new IOException(file + " was cut off");
      }
      trace = trace.merge(read.trace());
    }
    return new TracedModule(directory, files, trace);
  }

  /** How many JVMs left a trace. */
  public int jvms() {
    return files.size();
  }

  /** How often a method of the program ran, all overloads together; 0 if it is not in the trace. */
  public long invocations(String className, String method) {
    return methods(className, method).values().stream().mapToLong(Invocations::count).sum();
  }

  /**
   * The combinations of run-time classes that a method of the program was called with: receiver,
   * then arguments, separated by blanks.
   */
  public SortedMap<String, Long> arguments(String className, String method) {
    SortedMap<String, Long> combinations = new TreeMap<>();
    for (MethodId id : methods(className, method).keySet()) {
      ArgumentCombinations all = trace.arguments().get(id);
      if (all != null) {
        all.counts()
            .forEach(
                (types, count) ->
                    combinations.put(
                        (types.receiver() + " " + String.join(" ", types.arguments())).strip(),
                        count));
      }
    }
    return combinations;
  }

  /** Whether any class of that name, or below that package, has a method in the trace. */
  public boolean hasMethodsOf(String prefix) {
    return trace.methods().keySet().stream().anyMatch(id -> id.holder().name().startsWith(prefix));
  }

  /** How many methods of the JDK are in the trace. */
  public long jdkMethods() {
    return trace.methods().keySet().stream()
        .filter(id -> id.holder().loader() == LoaderRole.BOOT)
        .count();
  }

  /** Whether the trace holds references of methods, which only the JVM knows. */
  public boolean hasReferences() {
    return !trace.references().isEmpty();
  }

  /** Whether a class of the program is recorded as initialised, from the file that was compiled. */
  public boolean hasInitializedClassOfFile(String className) throws IOException {
    String name = className.replace('.', '/');
    ClassRecord type = trace.classes().get(new ClassId(LoaderRole.APP, name));
    Path file = directory.resolve("target/classes").resolve(name + ".class");
    return type != null
        && type.initialized()
        && type.digests().equals(Set.of(sha256(Files.readAllBytes(file))));
  }

  private Map<MethodId, Invocations> methods(String className, String method) {
    ClassId holder = new ClassId(LoaderRole.APP, className.replace('.', '/'));
    return trace.methods().entrySet().stream()
        .filter(entry -> entry.getKey().holder().equals(holder))
        .filter(entry -> entry.getKey().name().equals(method))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
