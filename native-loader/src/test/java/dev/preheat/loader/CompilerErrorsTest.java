package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.preheat.format.CompileRequest;
import dev.preheat.loader.ChildJvm.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler tells who started it, when it makes no image. */
class CompilerErrorsTest {

  @TempDir private Path directory;

  @Test
  void noRequest() throws IOException {
    assertEquals(
        "one argument is expected, the request file", error(ImageKit.runCompiler(List.of())));
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
    Path jar = kit.loaderJar();
    Path base = kit.image(List.of(jar, kit.programJar("program.jar", "class App {}")));

    assertEquals(
        base + " cannot be extended: the class path differs; build it again, too",
        error(compile("preheat-trace 1\n", directory.resolve("a.so"), Optional.of(base))));
  }

  private Result compile(String trace, Path output) throws IOException {
    return compile(trace, output, Optional.empty());
  }

  private Result compile(String trace, Path output, Optional<Path> base) throws IOException {
    Path request = directory.resolve("request.properties");
    Path jar = new ImageKit(directory).loaderJar();
    new CompileRequest(
            List.of(Files.writeString(directory.resolve("a.trace"), trace)),
            List.of(),
            List.of(jar),
            output,
            base,
            "a.so",
            Optional.empty(),
            List.of(),
            List.of("**"),
            true,
            0,
            1,
            directory.resolve("a.json"))
        .write(request);
    return ImageKit.runCompiler(List.of(jar), request.toString());
  }

  /** The one line, without what the JVM itself says. */
  private static String error(Result result) {
    assertEquals(2, result.exitCode(), result.toString());
    List<String> errors = result.err().lines().filter(line -> line.startsWith("error: ")).toList();
    assertEquals(1, errors.size(), result.toString());
    return errors.get(0).substring("error: ".length());
  }
}
