package dev.preheat.maven.image;

import dev.preheat.format.AtomicFile;
import dev.preheat.format.contract.CompileRequest;
import dev.preheat.maven.advice.Suggestions;
import dev.preheat.maven.advice.UserError;
import dev.preheat.maven.jdk.Jdk;
import dev.preheat.maven.launch.ArgumentFile;
import dev.preheat.maven.launch.ChildJvm;
import dev.preheat.maven.launch.JvmOptions;
import dev.preheat.maven.launch.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs the compiler in a JVM of its own.
 *
 * @param jdk that runs it
 * @param compilerJar which says what options it needs
 * @param libraries of the compiler, which go on its class path
 * @param graal the jars of Graal, which go on its module path
 * @param jvmArguments further arguments of the user
 * @param workDirectory for the request and the arguments
 */
public record ImageCompiler(
    Jdk jdk,
    Path compilerJar,
    List<Path> libraries,
    List<Path> graal,
    List<String> jvmArguments,
    Path workDirectory) {

  private static final String MAIN = "dev.preheat.compiler.Main";
  private static final String GRAAL_PLACEHOLDER = "${graal.modulepath}";
  private static final String ERROR = "error: ";

  /** The compiler's exit code for an error that the user can put right. */
  private static final int USER_ERROR = 2;

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
            new ChildJvm.Command(command, workDirectory, Map.of()),
            output,
            line -> {
              if (!line.startsWith(ERROR)) {
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
      arguments.add(option.replace(GRAAL_PLACEHOLDER, Launch.joined(graal)));
    }
    arguments.addAll(jvmArguments);
    List<Path> classPath = new ArrayList<>();
    classPath.add(compilerJar);
    classPath.addAll(libraries);
    classPath.addAll(request.classPath());
    arguments.add("-cp");
    arguments.add(Launch.joined(classPath));
    arguments.add(MAIN);
    arguments.add(requestFile.toString());
    return arguments;
  }

  private static String refusal(ChildJvm.Outcome outcome) {
    if (outcome.exitCode() != USER_ERROR) {
      return "";
    }
    return outcome.errorTail().stream()
        .filter(line -> line.startsWith(ERROR))
        .map(line -> line.substring(ERROR.length()))
        .findFirst()
        .orElse("");
  }
}
