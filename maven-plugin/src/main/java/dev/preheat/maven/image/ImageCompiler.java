// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.image;

import dev.preheat.format.AtomicFile;
import dev.preheat.format.contract.ArgumentFile;
import dev.preheat.format.contract.CompileRequest;
import dev.preheat.format.contract.CompilerProcess;
import dev.preheat.format.contract.JvmOptions;
import dev.preheat.maven.advice.Suggestions;
import dev.preheat.maven.advice.UserError;
import dev.preheat.maven.jdk.Jdk;
import dev.preheat.maven.launch.ChildJvm;
import dev.preheat.maven.launch.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs the compiler in a JVM of its own.
 *
 * @param jdk that runs it
 * @param compilerJar which says what options it needs
 * @param libraries of the compiler, which go on its class path
 * @param graal the jars of Graal, which go on its module path
 * @param jvmArguments further arguments of the user, of which the compiler gets no agents
 * @param workDirectory for the request and the arguments
 */
public record ImageCompiler(
    Jdk jdk,
    Path compilerJar,
    List<Path> libraries,
    List<Path> graal,
    List<String> jvmArguments,
    Path workDirectory) {

  /** Options in these are for the program: an agent would change the classes that are compiled. */
  private static final Set<String> VARIABLES =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private static final List<String> AGENTS = List.of("-javaagent:", "-agentlib:", "-agentpath:");

  /**
   * Traces of fewer bytes have so few methods that compiling Graal well takes longer than it saves:
   * with 4 MB, 1,200 methods, half of the processor time; with 23 MB, 15,000 methods, none.
   */
  private static final long SHORT_TRACES = 20_000_000;

  public ImageCompiler {
    libraries = List.copyOf(libraries);
    graal = List.copyOf(graal);
    jvmArguments = List.copyOf(jvmArguments);
  }

  /**
   * Makes the image.
   *
   * @param output gets what the compiler prints, line by line
   * @param error gets what it prints to standard error
   * @throws UserError if the compiler makes no image
   * @throws IOException if the request cannot be written or the JVM cannot be started
   */
  public void compile(CompileRequest request, Consumer<String> output, Consumer<String> error)
      throws UserError, IOException, InterruptedException {
    Path requestFile = workDirectory.resolve("image.request");
    Path argumentFile = workDirectory.resolve("compiler.args");
    request.write(requestFile);
    AtomicFile.write(argumentFile, ArgumentFile.text(arguments(request, requestFile)));
    List<String> command = List.of(jdk.java().toString(), "@" + argumentFile);
    ChildJvm.Outcome outcome =
        ChildJvm.run(
            new ChildJvm.Command(command, workDirectory, Map.of(), VARIABLES),
            output,
            line -> {
              if (CompilerProcess.errorIn(line).isEmpty()) {
                error.accept(line);
              }
            });
    if (outcome.exitCode() == 0) {
      return;
    }
    String refusal = refusal(outcome);
    throw new UserError(
        refusal.isEmpty()
            ? Suggestions.compilerFailed(outcome.exitCode(), outcome.errorTail())
            : Suggestions.compilerRefused(refusal));
  }

  /** The arguments of {@code java}. */
  List<String> arguments(CompileRequest request, Path requestFile) throws IOException {
    List<String> arguments = new ArrayList<>();
    for (String option : JvmOptions.read(compilerJar)) {
      arguments.add(option.replace(CompilerProcess.GRAAL_MODULE_PATH, Launch.joined(graal)));
    }
    if (bytes(request.traces()) < SHORT_TRACES) {
      arguments.add(CompilerProcess.FOR_FEW_METHODS);
    }
    jvmArguments.stream().filter(argument -> !isAgent(argument)).forEach(arguments::add);
    List<Path> classPath = new ArrayList<>();
    classPath.add(compilerJar);
    classPath.addAll(libraries);
    classPath.addAll(request.classPath());
    arguments.add("-cp");
    arguments.add(Launch.joined(classPath));
    arguments.add(CompilerProcess.MAIN);
    arguments.add(requestFile.toString());
    return arguments;
  }

  private static boolean isAgent(String argument) {
    return AGENTS.stream().anyMatch(argument::startsWith);
  }

  private static long bytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private static String refusal(ChildJvm.Outcome outcome) {
    if (outcome.exitCode() != CompilerProcess.USER_ERROR) {
      return "";
    }
    return outcome.errorTail().stream()
        .map(CompilerProcess::errorIn)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }
}
