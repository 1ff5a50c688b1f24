// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.process;

import dev.preheat.format.contract.LoaderOption;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs programs and measures each of them alone.
 *
 * <p>Linux keeps a process's peak of resident memory across {@code exec} (fs/exec.c, {@code
 * exec_mmap}), and what a JVM starts shares the JVM's memory until then: its peak would be at least
 * that of the JVM that measures. So a shell, which is small, starts the program and ends at once;
 * this process, a subreaper, becomes the program's parent and waits for it. The shell stands ready
 * before the clock starts, so that the time is that of one {@code fork}, {@code exec} and the
 * program itself.
 */
public final class MeasuredProcess {
  private static final String SCRIPT =
      "read -r go; out=$1; err=$2; shift 2; \"$@\" >\"$out\" 2>\"$err\" </dev/null & echo $!";

  /** Variables that change how a JVM runs; a run is to depend on its command only. */
  private static final List<String> JVM_VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JDK_AOT_VM_OPTIONS");

  private final Kernel kernel;

  /**
   * What to run.
   *
   * @param words path of the program, then its arguments
   * @param directory to run it in
   * @param out file for its standard output
   * @param err file for its standard error
   */
  public record Command(List<String> words, Path directory, Path out, Path err) {
    public Command {
      words = List.copyOf(words);
    }
  }

  /**
   * Makes this process ready to measure others.
   *
   * @throws IOException if the kernel refuses
   * @throws IllegalStateException if this is no 64-bit Linux
   */
  public MeasuredProcess() throws IOException {
    kernel = new Kernel();
    kernel.becomeSubreaper();
  }

  /**
   * Runs a program to its end.
   *
   * @throws IOException if it cannot be started
   * @throws InterruptedException if this thread is interrupted while the program starts
   */
  public Usage run(Command command) throws IOException, InterruptedException {
    checkExecutable(Path.of(command.words().get(0)));
    Process shell = shell(command).start();
    try (OutputStream input = shell.getOutputStream();
        BufferedReader output = shell.inputReader(StandardCharsets.US_ASCII)) {
      long start = System.nanoTime();
      input.write('\n');
      input.flush();
      int pid = pid(output.readLine(), shell);
      Kernel.Ended ended = kernel.waitFor(pid);
      long end = System.nanoTime();
      return new Usage(
          ended.exitCode(), start, end - start, ended.cpuMicros(), ended.peakKibibytes());
    } finally {
      shell.destroy();
    }
  }

  /** A shell may have waited itself for what ends at once, such as its own failing exec. */
  private static void checkExecutable(Path program) throws IOException {
    if (!Files.isRegularFile(program) || !Files.isExecutable(program)) {
      throw new IOException(program + " is no program: it is not there, or not executable");
    }
  }

  /** The program is this process's child from the moment on when the shell has ended. */
  private static int pid(String line, Process shell) throws IOException, InterruptedException {
    int exitCode = shell.waitFor();
    if (exitCode != 0 || line == null) {
      throw new IOException("the shell that starts programs ended with exit code " + exitCode);
    }
    return Integer.parseInt(line);
  }

  private static ProcessBuilder shell(Command command) {
    List<String> words = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh"));
    words.add(command.out().toAbsolutePath().toString());
    words.add(command.err().toAbsolutePath().toString());
    words.addAll(command.words());
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.directory(command.directory().toFile());
    builder.redirectError(Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(MeasuredProcess::isForJvm);
    return builder;
  }

  private static boolean isForJvm(String variable) {
    return JVM_VARIABLES.contains(variable) || LoaderOption.Variable.isOurs(variable);
  }
}
