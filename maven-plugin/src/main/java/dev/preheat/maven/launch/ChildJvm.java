// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Runs a JVM as a process of its own, passes on what it prints, and waits for its end. */
public final class ChildJvm {

  /** Lines of standard error that are kept for a message. */
  private static final int TAIL_LINES = 40;

  /**
   * How a JVM ended.
   *
   * @param exitCode 0 is success
   * @param errorTail the last lines of standard error
   */
  public record Outcome(int exitCode, List<String> errorTail) {
    public Outcome {
      errorTail = List.copyOf(errorTail);
    }
  }

  /**
   * What to run.
   *
   * @param command the executable and its arguments
   * @param workingDirectory which exists
   * @param environment added to Maven's own
   * @param without variables that it does not get
   */
  public record Command(
      List<String> command,
      Path workingDirectory,
      Map<String, String> environment,
      Set<String> without) {
    public Command {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
      without = Set.copyOf(without);
    }

    /** A command with Maven's own environment. */
    public Command(List<String> command, Path workingDirectory) {
      this(command, workingDirectory, Map.of(), Set.of());
    }
  }

  private ChildJvm() {}

  /**
   * Runs a command with an empty standard input. An interrupt ends the process.
   *
   * @param output gets each line of standard output, in the calling thread
   * @param error gets each line of standard error, in a thread of its own
   * @throws IOException if the process cannot be started or its output cannot be read
   * @throws InterruptedException if the thread was interrupted; the process has been ended then
   */
  public static Outcome run(Command command, Consumer<String> output, Consumer<String> error)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command.command());
    builder.directory(command.workingDirectory().toFile());
    builder.environment().putAll(command.environment());
    builder.environment().keySet().removeAll(command.without());
    Process process = builder.start();
    Thread endWithMaven = new Thread(process::destroy, "preheat-end-child");
    Runtime.getRuntime().addShutdownHook(endWithMaven);
    try {
      process.getOutputStream().close();
      Deque<String> tail = new ArrayDeque<>();
      Thread reader =
          new Thread(() -> readErrors(process.getErrorStream(), error, tail), "preheat-stderr");
      reader.start();
      forEachLine(process.getInputStream(), output);
      int exitCode = process.waitFor();
      reader.join();
      return new Outcome(exitCode, List.copyOf(tail));
    } finally {
      process.destroy();
      forget(endWithMaven);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // Maven is ending: the hook does what it is there for.
    }
  }

  private static void readErrors(InputStream stream, Consumer<String> error, Deque<String> tail) {
    try {
      forEachLine(
          stream,
          line -> {
            if (tail.size() == TAIL_LINES) {
              tail.removeFirst();
            }
            tail.addLast(line);
            error.accept(line);
          });
    } catch (IOException e) {
      tail.addLast("(standard error could not be read on: " + e.getMessage() + ")");
    }
  }

  private static void forEachLine(InputStream stream, Consumer<String> consumer)
      throws IOException {
    // A child JVM writes in the encoding of the platform, whatever file.encoding is here.
    Charset charset = Charset.forName(System.getProperty("native.encoding"));
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, charset))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        consumer.accept(line);
      }
    }
  }
}
