// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.bisect;

import dev.preheat.format.AtomicFile;
import dev.preheat.format.contract.LoaderOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs a command. It is told of the methods to leave out by an environment variable of the loader,
 * and has all others installed before its program starts, unless it is told otherwise. It fails
 * when its exit code is not 0, or when it does not end in time.
 */
public final class CommandTrial implements Trial {

  /**
   * What is run.
   *
   * @param words the executable and its arguments
   * @param directory that it runs in
   * @param runs how often in a row it must end well to count as good, at least 1
   * @param longest time that a run may take
   */
  public record Command(List<String> words, Path directory, int runs, Duration longest) {
    public Command {
      words = List.copyOf(words);
    }
  }

  private static final String IN_TIME = "exit code ";
  private static final String TOO_LONG = "still running after ";

  private final Command command;
  private final List<String> methods;
  private final Path excluded;
  private final Consumer<String> log;
  private int step;

  private CommandTrial(Command command, List<String> methods, Path excluded, Consumer<String> log) {
    this.command = command;
    this.methods = methods;
    this.excluded = excluded;
    this.log = log;
  }

  /**
   * Finds the methods that make a command fail.
   *
   * @param methods all of the image, in the order in which they are installed
   * @param excluded a file that may be written, and is deleted in the end
   * @param log gets a line for each step
   * @throws IOException if the command cannot be started
   */
  public static Conclusion bisect(
      Command command, List<String> methods, Path excluded, Consumer<String> log)
      throws IOException, InterruptedException {
    try {
      return new Bisection(methods, new CommandTrial(command, methods, excluded, log)).conclude();
    } finally {
      Files.deleteIfExists(excluded);
    }
  }

  @Override
  public boolean fails(List<String> installed) throws IOException, InterruptedException {
    Set<String> others = new LinkedHashSet<>(methods);
    installed.forEach(others::remove);
    AtomicFile.write(excluded, String.join("\n", others) + "\n");
    String failure = "";
    for (int run = 0; run < command.runs() && failure.isEmpty(); run++) {
      failure = run();
    }
    log.accept(
        "step %d: %d of %d methods: %s"
            .formatted(
                ++step,
                installed.size(),
                methods.size(),
                failure.isEmpty() ? "good" : "fails, " + failure));
    return !failure.isEmpty();
  }

  /** How a run failed; empty when it ended well. */
  private String run() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command.words())
            .directory(command.directory().toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    environment.put(LoaderOption.Variable.EXCLUDE, "@" + excluded);
    environment.putIfAbsent(LoaderOption.Variable.INSTALL, LoaderOption.BEFORE_MAIN);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(command.longest().toMillis(), TimeUnit.MILLISECONDS)) {
        return TOO_LONG + command.longest().toSeconds() + " s";
      }
      return process.exitValue() == 0 ? "" : IN_TIME + process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
