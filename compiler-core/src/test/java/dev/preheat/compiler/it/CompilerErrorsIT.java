// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.preheat.format.contract.CollectorGroup;
import dev.preheat.format.contract.CompileRequest;
import dev.preheat.format.contract.OnCompilerFailure;
import dev.preheat.testkit.ChildJvm.Result;
import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler tells who started it, when it makes no image. */
class CompilerErrorsIT {

  /** What comes first on the class path. */
  private static final String FIRST = "public class First {}";

  @TempDir private Path directory;

  @Test
  void noRequest() throws IOException {
    assertEquals(
        "one argument is expected, the request file", error(ImageKit.runCompiler(List.of())));
  }

  @Test
  void anAgent() throws IOException {
    Path agent =
        new ImageKit(directory)
            .agentJar(
                "agent.jar",
                "First",
                "public class First { public static void premain(String options) {} }");
    String option = "-javaagent:" + agent;

    assertEquals(
        "the compiler's JVM has an agent, which may change the classes that are compiled: start it"
            + " without "
            + option,
        error(ImageKit.runCompiler(List.of(option), List.of(), "request.properties")));
  }

  @Test
  void aRequestThatIsNotThere() throws IOException {
    Path request = directory.resolve("request.properties");

    assertEquals(
        "a file cannot be read or written: java.nio.file.NoSuchFileException: " + request,
        error(ImageKit.runCompiler(List.of(), request.toString())));
  }

  @Test
  void aRequestThatIsNone() throws IOException {
    Path request = Files.writeString(directory.resolve("request.properties"), "name=a.so\n");

    assertEquals(
        request + ": 'output' is missing: add a line 'output=...'",
        error(ImageKit.runCompiler(List.of(), request.toString())));
  }

  @Test
  void aDirectoryThatCannotBeMade() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    Path folder = file.resolve("folder");

    assertEquals(
        "cannot write to "
            + folder
            + ": java.nio.file.FileSystemException: "
            + folder
            + ": Not a directory",
        error(compile("preheat-trace 1\n", folder.resolve("a.so"))));
  }

  @Test
  void aDirectoryThatMayNotBeWritten() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("folder"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(folder), "this user may write everywhere");

    assertEquals(
        "cannot write to " + folder + ": permission denied",
        error(compile("preheat-trace 1\n", folder.resolve("a.so"))));
  }

  @Test
  void aTraceThatIsNone() throws IOException {
    assertEquals(
        directory.resolve("a.trace")
            + " is no trace: it does not start with the line 'preheat-trace 1'. Remove it from the"
            + " directory of the traces, or name the directory that the agent wrote to.",
        error(compile("no trace\n", directory.resolve("a.so"))));
  }

  @Test
  void nothingToCompile() throws IOException {
    assertEquals(
        "none of 0 methods could be compiled: see "
            + directory.resolve("a.json")
            + " for the reason of each",
        error(compile("preheat-trace 1\n", directory.resolve("a.so"))));
  }

  @Test
  void anImageOfAnotherClassPathIsNotExtended() throws IOException {
    ImageKit kit = new ImageKit(directory);
    Path jar = kit.programJar("first.jar", FIRST);
    Path program = kit.programJar("program.jar", "class App { static void runs() {} }");
    Path base = kit.method("App", "runs", "()V").image(List.of(jar, program));

    assertEquals(
        base + " cannot be extended: the class path differs; build it again, too",
        error(compile("preheat-trace 1\n", directory.resolve("a.so"), Optional.of(base))));
  }

  @Test
  void theCollectorsMustBeThoseOfTheCompilersJvm() throws IOException {
    Path trace = Files.writeString(directory.resolve("a.trace"), "preheat-trace 1\n");
    List<Path> classPath = List.of(new ImageKit(directory).programJar("first.jar", FIRST));
    Path request = directory.resolve("request.properties");
    request(
            trace,
            classPath,
            directory.resolve("a.so"),
            Optional.empty(),
            List.of(),
            OnCompilerFailure.WARN)
        .write(request);
    Files.writeString(
        request,
        Files.readString(request)
            .replace("collectors.1=G1", "collectors.1=Serial\ncollectors.2=Parallel"));

    assertEquals(
        "the compiler's JVM uses one of the collectors G1, the image is to be for Serial, Parallel:"
            + " leave the collector out of compilerJvmArguments, and name it in collectors",
        error(ImageKit.runCompiler(classPath, request.toString())));
  }

  @Test
  void aBugOfTheCompilerCostsOneMethodAndItsStackIsKept() throws IOException {
    Path trace = twoMethods();
    Path failures = directory.resolve("a.so.failures.txt");

    Result result = compileWithBug(trace, OnCompilerFailure.WARN);

    assertEquals(0, result.exitCode(), result.toString());
    assertEquals(
        List.of(
            "warning: methods that made the compiler fail: 1; they are left to the JIT; their"
                + " stacks are in "
                + failures
                + ": report them"),
        result.err().lines().filter(line -> line.startsWith("warning: ")).toList());
    assertTrue(result.out().contains("2 selected, 1 compiled"), result.toString());
    assertTrue(result.out().contains("left out      1: failure in the compiler"), result.out());
    List<String> stacks = Files.readAllLines(failures);
    assertEquals("App.fails()V", stacks.get(0));
    assertEquals(
        "java.lang.RuntimeException: Forced crash after compiling App.fails()", stacks.get(1));
    assertTrue(stacks.get(2).startsWith("\tat "), stacks.toString());

    Result next = compile(trace, OnCompilerFailure.WARN, List.of());

    assertEquals(0, next.exitCode(), next.toString());
    assertTrue(next.out().contains("2 selected, 2 compiled"), next.toString());
    assertFalse(Files.exists(failures), "of the build before");
  }

  @Test
  void aBugOfTheCompilerCostsTheImageIfItIsToFail() throws IOException {
    Path failures = directory.resolve("a.so.failures.txt");

    Result result = compileWithBug(twoMethods(), OnCompilerFailure.FAIL);

    assertEquals(
        "methods that made the compiler fail: 1; their stacks are in "
            + failures
            + ": report them; until that is put right, leave their classes out (excludes), or say"
            + " onCompilerFailure=warn, which leaves the methods to the JIT",
        error(result));
    assertEquals("App.fails()V", Files.readAllLines(failures).get(0));
    assertFalse(Files.exists(directory.resolve("a.so")), "no image");
  }

  private Path twoMethods() throws IOException {
    ImageKit kit = new ImageKit(directory);
    kit.programJar("program.jar", "class App { static void fails() {} static void works() {} }");
    return kit.method("App", "fails", "()V").method("App", "works", "()V").traceFile();
  }

  /** An option of Graal for tests of what comes next. */
  private Result compileWithBug(Path trace, OnCompilerFailure onFailure) throws IOException {
    return compile(trace, onFailure, List.of("-Djdk.graal.CrashAt=App.fails"));
  }

  private Result compile(Path trace, OnCompilerFailure onFailure, List<String> options)
      throws IOException {
    List<Path> classPath =
        List.of(
            new ImageKit(directory).programJar("first.jar", FIRST),
            directory.resolve("program.jar"));
    Path request = directory.resolve("request.properties");
    request(
            trace,
            classPath,
            directory.resolve("a.so"),
            Optional.empty(),
            List.of("App"),
            onFailure)
        .write(request);
    return ImageKit.runCompiler(options, classPath, request.toString());
  }

  private Result compile(String trace, Path output) throws IOException {
    return compile(trace, output, Optional.empty());
  }

  private Result compile(String trace, Path output, Optional<Path> base) throws IOException {
    Path request = directory.resolve("request.properties");
    Path jar = new ImageKit(directory).programJar("first.jar", FIRST);
    request(
            Files.writeString(directory.resolve("a.trace"), trace),
            List.of(jar),
            output,
            base,
            List.of(),
            OnCompilerFailure.WARN)
        .write(request);
    return ImageKit.runCompiler(List.of(jar), request.toString());
  }

  private CompileRequest request(
      Path trace,
      List<Path> classPath,
      Path output,
      Optional<Path> base,
      List<String> includes,
      OnCompilerFailure onFailure) {
    return new CompileRequest(
        List.of(trace),
        List.of(),
        classPath,
        output,
        base,
        "a.so",
        CollectorGroup.G1,
        includes,
        includes.isEmpty() ? List.of("**") : List.of(),
        true,
        0,
        1,
        onFailure,
        directory.resolve("a.json"));
  }

  /** The one line, without what the JVM itself says. */
  private static String error(Result result) {
    assertEquals(2, result.exitCode(), result.toString());
    List<String> errors = result.err().lines().filter(line -> line.startsWith("error: ")).toList();
    assertEquals(1, errors.size(), result.toString());
    return errors.get(0).substring("error: ".length());
  }
}
