// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import dev.preheat.format.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the compiler is asked to do. The plugin writes it to a file, the compiler's process reads
 * it.
 *
 * @param traces trace files, to be merged
 * @param programTraces those among them that are of runs of the program itself, not of its tests
 * @param classPath the run-time class path in order, the loader's jar first
 * @param output the image to write
 * @param base an image of the same program, for another collector, whose variants are kept behind
 *     the new one
 * @param name the image's name, which is its {@code DT_SONAME}: a file name without directories
 * @param collectors those that code is made for
 * @param includes patterns of classes, see {@link ClassPattern}; none: all classes
 * @param excludes patterns of classes that are left out, whatever includes them
 * @param includeJdk whether methods of the JDK are compiled, too
 * @param minimumInvocations how often a method must have run to be compiled, at least 0
 * @param threads how many threads compile, at least 1
 * @param onCompilerFailure what a bug of the compiler does to the build
 * @param report the report to write
 */
public record CompileRequest(
    List<Path> traces,
    List<Path> programTraces,
    List<Path> classPath,
    Path output,
    Optional<Path> base,
    String name,
    CollectorGroup collectors,
    List<String> includes,
    List<String> excludes,
    boolean includeJdk,
    int minimumInvocations,
    int threads,
    OnCompilerFailure onCompilerFailure,
    Path report) {
  public CompileRequest {
    traces = List.copyOf(traces);
    programTraces = List.copyOf(programTraces);
    classPath = List.copyOf(classPath);
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(collectors, "collectors");
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
    Objects.requireNonNull(onCompilerFailure, "onCompilerFailure");
    Objects.requireNonNull(report, "report");
    check(!traces.isEmpty(), "traces", "is empty", "name at least one trace file");
    check(
        traces.containsAll(programTraces),
        "programTraces",
        "has a trace that 'traces' does not have",
        "name it there, too");
    check(!classPath.isEmpty(), "classPath", "is empty", "name at least one jar or directory");
    check(isFileName(name), "name", "is no file name: '" + name + "'", "leave out directories");
    includes.forEach(pattern -> checkClassName("includes", pattern));
    excludes.forEach(pattern -> checkClassName("excludes", pattern));
    check(minimumInvocations >= 0, "minimumInvocations", "is negative", "take 0 or more");
    check(threads >= 1, "threads", "is less than 1", "take 1 or more");
  }

  /**
   * Reads a request.
   *
   * @throws RequestFormatException if a key is missing, unknown, or has a value that cannot be
   * @throws IOException if the file cannot be read
   */
  public static CompileRequest read(Path file) throws IOException {
    RequestProperties properties = RequestProperties.read(file);
    try {
      CompileRequest request =
          new CompileRequest(
              properties.paths("traces"),
              properties.paths("programTraces"),
              properties.paths("classPath"),
              properties.path("output"),
              properties.optionalPath("base"),
              properties.text("name"),
              collectors(properties.texts("collectors")),
              properties.texts("includes"),
              properties.texts("excludes"),
              properties.truth("includeJdk"),
              properties.number("minimumInvocations"),
              properties.number("threads"),
              onCompilerFailure(properties.text("onCompilerFailure")),
              properties.path("report"));
      properties.end();
      return request;
    } catch (IllegalArgumentException e) {
      throw new RequestFormatException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Writes the request to a file that appears whole or not at all. The same request gives the same
   * bytes.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, text());
  }

  private String text() {
    RequestText text = new RequestText();
    text.append("traces", traces);
    text.append("programTraces", programTraces);
    text.append("classPath", classPath);
    text.append("output", output);
    base.ifPresent(image -> text.append("base", image));
    text.append("name", name);
    text.append("collectors", collectors.names());
    text.append("includes", includes);
    text.append("excludes", excludes);
    text.append("includeJdk", includeJdk);
    text.append("minimumInvocations", minimumInvocations);
    text.append("threads", threads);
    text.append("onCompilerFailure", onCompilerFailure.text());
    text.append("report", report);
    return text.toString();
  }

  private static CollectorGroup collectors(List<String> names) {
    return names.stream()
        .map(CollectorGroup::of)
        .flatMap(Optional::stream)
        .filter(group -> group.names().equals(names))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'collectors' are "
                        + names
                        + ": name all those, and only those, that share their code with one"));
  }

  private static OnCompilerFailure onCompilerFailure(String text) {
    return OnCompilerFailure.of(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'onCompilerFailure' is '" + text + "': write warn or fail"));
  }

  private static boolean isFileName(String name) {
    return !name.isEmpty()
        && !name.equals(".")
        && !name.equals("..")
        && name.chars().noneMatch(c -> c < ' ' || c == '/' || c == '\\');
  }

  private static void checkClassName(String key, String name) {
    boolean dotted = !name.isEmpty() && name.chars().noneMatch(c -> c <= ' ' || c == '/');
    check(
        dotted,
        key,
        "has '" + name + "', which names no class",
        "write names with dots, as in com.acme.Main or com.acme.**");
  }

  private static void check(boolean valid, String key, String problem, String remedy) {
    if (!valid) {
      throw new IllegalArgumentException("'" + key + "' " + problem + ": " + remedy);
    }
  }
}
