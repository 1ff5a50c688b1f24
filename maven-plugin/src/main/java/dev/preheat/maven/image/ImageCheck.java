// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.image;

import com.sun.jna.NativeLibrary;
import dev.preheat.format.elf.ElfReader;
import dev.preheat.maven.advice.Suggestions;
import dev.preheat.maven.advice.UserError;
import dev.preheat.maven.check.Main;
import dev.preheat.maven.jdk.Jdk;
import dev.preheat.maven.launch.ChildJvm;
import dev.preheat.maven.launch.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks an image that has just been made: a JVM of its own opens it through JNA.
 *
 * @param jdk that runs the check
 * @param workDirectory where JNA unpacks its own library, and where the JVM runs
 */
public record ImageCheck(Jdk jdk, Path workDirectory) {

  /**
   * Checks the image; one that fails is deleted.
   *
   * @param output gets one line
   * @throws UserError if the image is not what it has to be
   * @throws IOException if the JVM cannot be started
   */
  public void check(Path image, Consumer<String> output)
      throws UserError, IOException, InterruptedException {
    List<String> problems = new ArrayList<>();
    ChildJvm.Outcome outcome =
        ChildJvm.run(new ChildJvm.Command(command(image), workDirectory), output, problems::add);
    if (outcome.exitCode() != 0) {
      Files.deleteIfExists(image);
      problems.add("exit code " + outcome.exitCode());
      throw new UserError(Suggestions.imageCheckFailed(image, problems));
    }
  }

  private List<String> command(Path image) {
    List<Path> classPath =
        List.of(
            CodeSources.of(Main.class),
            CodeSources.of(ElfReader.class),
            CodeSources.of(NativeLibrary.class));
    return List.of(
        jdk.java().toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:TieredStopAtLevel=1",
        "-Djna.tmpdir=" + workDirectory,
        "-cp",
        Launch.joined(classPath),
        Main.class.getName(),
        image.toString());
  }
}
