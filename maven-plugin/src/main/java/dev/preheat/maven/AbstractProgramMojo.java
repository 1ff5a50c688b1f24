// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven;

import dev.preheat.maven.advice.Suggestions;
import dev.preheat.maven.advice.UserError;
import dev.preheat.maven.agent.TraceDirectory;
import dev.preheat.maven.jdk.Jdk;
import dev.preheat.maven.launch.ChildJvm;
import dev.preheat.maven.launch.MainClass;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.Parameter;

/** Goals that know the program: its class path, its main class, and the JDK that runs it. */
abstract class AbstractProgramMojo extends AbstractPreheatMojo {

  /**
   * The class whose {@code main} starts the program. Where it is not given, it is what
   * maven-jar-plugin is configured to write into the manifest, or what the manifest of the jar
   * says.
   */
  @Parameter(property = "preheat.mainClass")
  private String mainClass;

  /** Arguments of the program for the run that this goal makes of it. */
  @Parameter(property = "preheat.arguments")
  private List<String> arguments;

  /** Arguments of the JVM that runs the program, such as {@code -Xmx1g}. */
  @Parameter(property = "preheat.jvmArguments")
  private List<String> jvmArguments;

  /** The directory in which this goal runs the program. */
  @Parameter(
      property = "preheat.workingDirectory",
      defaultValue = "${project.basedir}",
      required = true)
  private File workingDirectory;

  /**
   * The home directory of the JDK 25 to use. Where it is not given, the first JDK 25 among these is
   * taken: the toolchain of the build, those in toolchains.xml, {@code JAVA_HOME}, {@code
   * JAVA25_HOME}, {@code JAVA_HOME_25_X64}, the JDK that runs Maven.
   */
  @Parameter(property = "preheat.jdk")
  private File jdkHome;

  final Jdk jdk() throws UserError {
    return findJdk(jdkHome);
  }

  final List<String> arguments() {
    return arguments == null ? List.of() : arguments;
  }

  final List<String> jvmArguments() {
    return jvmArguments == null ? List.of() : jvmArguments;
  }

  final Optional<String> mainClass() throws IOException {
    return MainClass.find(mainClass, project().getBuildPlugins(), jar());
  }

  /** The project's own jar, which need not be there yet. */
  final Path jar() {
    File file = project().getArtifact().getFile();
    return file == null
        ? buildDirectory().resolve(project().getBuild().getFinalName() + ".jar")
        : file.toPath().toAbsolutePath();
  }

  /** What the project needs at run time, without itself, in the order of the class path. */
  final List<Path> dependencies() {
    Path own = Path.of(project().getBuild().getOutputDirectory()).toAbsolutePath();
    try {
      return project().getRuntimeClasspathElements().stream()
          .map(element -> Path.of(element).toAbsolutePath())
          .filter(element -> !element.equals(own))
          .toList();
    } catch (DependencyResolutionRequiredException e) {
      throw new IllegalStateException("Maven resolves the dependencies before this goal", e);
    }
  }

  /**
   * Runs the program and passes on what it prints.
   *
   * @param command the launcher and everything behind it
   * @param name of the main class, for messages
   * @throws UserError if it ends with another exit code than 0
   */
  final void runProgram(List<String> command, String name)
      throws UserError, IOException, InterruptedException {
    Files.createDirectories(workingDirectory.toPath());
    ChildJvm.Outcome outcome =
        ChildJvm.run(
            new ChildJvm.Command(command, workingDirectory.toPath()),
            line -> getLog().info(line),
            line -> getLog().warn(line));
    if (outcome.exitCode() != 0) {
      throw new UserError(Suggestions.programFailed(name, outcome.exitCode(), outcome.errorTail()));
    }
  }

  /** The traces that runs of the program left, one directory for each execution of the goal. */
  final TraceDirectory runTraces(String executionId) {
    return new TraceDirectory(runTraces().resolve(executionId));
  }

  /** The parent of all of {@link #runTraces(String)}. */
  final Path runTraces() {
    return workDirectory().resolve("run-traces");
  }
}
