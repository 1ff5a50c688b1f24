// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Coverage-guided fuzzing with Jazzer of a target: a class with {@code public static void
 * fuzzerTestOneInput(byte[])}, which throws what is a finding. Inputs worth keeping lie in {@code
 * src/test/corpus/<target>} of the module: those that reach code that no other does, and those that
 * once were findings.
 */
public final class Fuzzing {

  /** How long {@link #run} takes, in seconds. */
  public static final String SECONDS = "fuzz.seconds";

  /**
   * What came of fuzzing.
   *
   * @param inputs how many were tested
   * @param finding what the fuzzer printed of it, empty when there is none
   */
  public record Outcome(String target, long inputs, String finding) {}

  private static final Pattern INPUTS =
      Pattern.compile("stat::number_of_executed_units:\\s*(\\d+)");
  private static final String MAIN = "com.code_intelligence.jazzer.Jazzer";
  private static final int LONGEST_INPUT_SECONDS = 10;
  private static final int MAXIMUM_MEMORY_MEBIBYTES = 2048;

  private Fuzzing() {}

  /** The inputs that are kept for a target. */
  public static List<Path> corpus(Class<?> target) throws IOException {
    try (Stream<Path> files = Files.list(directory(target))) {
      return files.sorted().toList();
    }
  }

  /**
   * Fuzzes in a JVM of its own, which has 256 MiB of heap and 10 s for each input.
   *
   * @param seed a file with nothing wrong in it
   * @param options of that JVM
   * @param classPath what comes in front of this JVM's class path
   * @return what came of it; inputs that were findings are in the corpus
   */
  public static Outcome run(
      Class<?> target, byte[] seed, List<String> options, List<Path> classPath)
      throws IOException, InterruptedException {
    Path work = Path.of("target", "fuzz", target.getSimpleName());
    Path found = Files.createDirectories(work.resolve("corpus"));
    Files.write(found.resolve("seed"), seed);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.addAll(options);
    StringJoiner path = new StringJoiner(File.pathSeparator);
    classPath.forEach(entry -> path.add(entry.toString()));
    path.add(System.getProperty("java.class.path"));
    command.addAll(List.of("-cp", path.toString(), MAIN));
    command.add("--target_class=" + target.getName());
    command.add("--instrumentation_includes=dev.preheat.**");
    // They look for what attackers do with strings in programs of other kinds.
    command.add("--disabled_hooks=com.code_intelligence.jazzer.sanitizers.*");
    command.add("--reproducer_path=" + work);
    command.add("-artifact_prefix=" + directory(target) + "/");
    command.add("-timeout=" + LONGEST_INPUT_SECONDS);
    command.add("-rss_limit_mb=" + MAXIMUM_MEMORY_MEBIBYTES);
    command.add("-max_total_time=" + System.getProperty(SECONDS));
    command.add("-max_len=" + Math.max(4096, 2 * seed.length));
    command.add("-print_final_stats=1");
    command.add(found.toString());
    command.add(directory(target).toString());
    Path log = work.resolve("log.txt");
    int exitCode =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    String text = Files.readString(log, StandardCharsets.ISO_8859_1);
    Matcher inputs = INPUTS.matcher(text);
    Outcome outcome =
        new Outcome(
            target.getSimpleName(),
            inputs.find() ? Long.parseLong(inputs.group(1)) : 0,
            exitCode == 0 ? "" : text);
    System.out.println(outcome.target() + ": " + outcome.inputs() + " inputs");
    return outcome;
  }

  private static Path directory(Class<?> target) {
    return Path.of("src", "test", "corpus", target.getSimpleName());
  }
}
