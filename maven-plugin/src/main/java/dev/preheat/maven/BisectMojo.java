// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven;

import dev.preheat.format.contract.ArgumentFile;
import dev.preheat.format.contract.LoaderOption;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.MethodSubject;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.format.image.read.ImageReader;
import dev.preheat.maven.advice.BisectSuggestions;
import dev.preheat.maven.advice.UserError;
import dev.preheat.maven.bisect.CommandTrial;
import dev.preheat.maven.bisect.Conclusion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Finds the methods of an image that make a command fail, by running it some 20 times with ever
 * fewer of them installed.
 *
 * <p>The command fails when its exit code is not 0, or when it takes too long. Wrong output has to
 * be made an exit code:
 *
 * <pre>{@code
 * mvn preheat:bisect -Dpreheat.command="sh -c 'java @target/foo-1.0.args in | cmp - expected'"
 * }</pre>
 *
 * <p>Needs no project if the image is named ({@code preheat.image}).
 */
@Mojo(name = "bisect", requiresProject = false, threadSafe = true)
public final class BisectMojo extends AbstractPreheatMojo {

  /** The image. */
  @Parameter(
      property = "preheat.image",
      defaultValue = "${project.build.directory}/${project.build.finalName}-linux-x86_64.so",
      required = true)
  private File image;

  /**
   * The command, as in a file of arguments for {@code java}: blanks separate, quotes group. It runs
   * in the directory that Maven was started in, and must not set {@code preheat.exclude} itself.
   */
  @Parameter(property = "preheat.command")
  private String command;

  /** How often in a row the command must end well to count as good; more for rare failures. */
  @Parameter(property = "preheat.runs", defaultValue = "1")
  private int runs;

  /** How many seconds a run may take before it counts as failed. */
  @Parameter(property = "preheat.timeout", defaultValue = "600")
  private int timeout;

  @Override
  void run() throws UserError, IOException, InterruptedException {
    List<String> words = command == null ? List.of() : ArgumentFile.arguments(command);
    if (words.isEmpty() || runs < 1 || timeout < 1) {
      throw new UserError(BisectSuggestions.nothingToBisect(runs, timeout));
    }
    Path file = image.toPath().toAbsolutePath();
    List<String> methods = methods(ImageReader.read(file));
    Conclusion conclusion =
        CommandTrial.bisect(
            new CommandTrial.Command(
                words,
                Path.of(session().getExecutionRootDirectory()),
                runs,
                Duration.ofSeconds(timeout)),
            methods,
            Files.createTempFile("preheat", ".exclude"),
            line -> getLog().info(line));
    report(conclusion);
  }

  private void report(Conclusion conclusion) throws UserError {
    switch (conclusion.kind()) {
      case FOUND -> reportFound(conclusion.groups());
      case OTHER_REASON -> throw new UserError(BisectSuggestions.failsWithoutImage());
      case NO_FAILURE -> throw new UserError(BisectSuggestions.neverFails(runs));
      case UNSTEADY -> throw new UserError(BisectSuggestions.failsNowAndThen());
    }
  }

  private void reportFound(List<List<String>> groups) {
    for (List<String> group : groups) {
      getLog()
          .info(
              group.size() == 1
                  ? "This method makes the command fail:"
                  : "These methods together make the command fail:");
      group.forEach(method -> getLog().info("  " + method));
    }
    getLog()
        .info(
            "It ends well without: "
                + LoaderOption.argument(
                    LoaderOption.EXCLUDE,
                    groups.stream().flatMap(List::stream).collect(Collectors.joining(","))));
  }

  /** In the order in which they are installed; a method of several variants counts as one. */
  private static List<String> methods(ImageModel model) {
    Set<String> methods = new LinkedHashSet<>();
    for (Variant variant : model.variants()) {
      for (InstallRecord record : variant.records()) {
        if (record.subject() instanceof MethodSubject subject) {
          methods.add(subject.method().toString());
        }
      }
    }
    return List.copyOf(methods);
  }
}
