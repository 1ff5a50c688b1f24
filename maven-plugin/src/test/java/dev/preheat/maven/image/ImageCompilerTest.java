// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.contract.CollectorGroup;
import dev.preheat.format.contract.CompileRequest;
import dev.preheat.format.contract.JvmOptions;
import dev.preheat.format.contract.OnCompilerFailure;
import dev.preheat.maven.advice.Suggestions;
import dev.preheat.maven.advice.UserError;
import dev.preheat.maven.jdk.Jdk;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a compiler that only tells what it was given. */
class ImageCompilerTest {
  @TempDir private Path directory;
  private final List<String> output = new ArrayList<>();
  private final List<String> error = new ArrayList<>();
  private Path requestedImage;
  private Path trace;

  @BeforeEach
  void resolveRealPath() throws IOException {
    directory = directory.toRealPath();
    requestedImage = directory.resolve("foo bar.so");
    trace = Files.createFile(directory.resolve("1-1.trace"));
  }

  @Test
  void theCompilerGetsItsOptionsItsJarsAndTheRequest()
      throws IOException, InterruptedException, UserError {
    ImageCompiler compiler =
        compiler(
            """
            System.out.println(System.getProperty("graal"));
            System.out.println(System.getProperty("user"));
            System.out.println(System.getProperty("java.class.path"));
            System.out.println(arguments[0]);
            System.err.println("a warning");
            """);

    compiler.compile(request(), output::add, error::add);

    Path requestFile = directory.resolve("image.request");
    assertEquals(
        List.of(
            "/graal/a.jar:/graal/b.jar",
            "x y",
            directory.resolve("compiler.jar") + ":/lib/format.jar:/app/loader.jar:/app/foo.jar",
            requestFile.toString()),
        output);
    assertEquals(List.of("a warning"), error);
    assertEquals(request(), CompileRequest.read(requestFile));
  }

  /** Compiling Graal itself pays when it has much to do. */
  @ParameterizedTest
  @CsvSource({"1000, 1", "20000000, 0"})
  void fewMethodsAreCompiledByAGraalThatC1Compiled(int bytes, int options)
      throws IOException, InterruptedException, UserError {
    try (RandomAccessFile file = new RandomAccessFile(trace.toFile(), "rw")) {
      file.setLength(bytes);
    }
    ImageCompiler compiler =
        compiler(
            """
            System.out.println(java.lang.management.ManagementFactory.getRuntimeMXBean()
                .getInputArguments().stream().filter("-XX:TieredStopAtLevel=1"::equals).count());
            """);

    compiler.compile(request(), output::add, error::add);

    assertEquals(List.of(String.valueOf(options)), output);
  }

  @Test
  void anErrorOfTheUserIsToldInTheCompilersWords() throws IOException {
    ImageCompiler compiler =
        compiler(
            """
            System.err.println("a warning");
            System.err.println("error: the trace is of another program");
            System.exit(2);
            """);

    UserError thrown =
        assertThrows(UserError.class, () -> compiler.compile(request(), output::add, error::add));

    assertEquals(
        Suggestions.compilerRefused("the trace is of another program"), thrown.suggestion());
    assertEquals(List.of("a warning"), error);
  }

  @Test
  void aFailureIsToldWithTheEndOfItsErrors() throws IOException {
    ImageCompiler compiler = compiler("throw new IllegalStateException(\"a bug\");");

    UserError thrown =
        assertThrows(UserError.class, () -> compiler.compile(request(), output::add, error::add));

    assertEquals(
        "No image was made: the compiler ended with exit code 1.", thrown.suggestion().what());
    assertTrue(thrown.suggestion().why().contains("IllegalStateException: a bug"));
  }

  @Test
  void aJarWithoutOptionsIsRefused() throws IOException {
    Path jar = directory.resolve("empty.jar");
    new JarOutputStream(Files.newOutputStream(jar)).close();

    IOException thrown = assertThrows(IOException.class, () -> JvmOptions.read(jar));

    assertEquals(jar + " has no entry META-INF/preheat/jvm-options", thrown.getMessage());
  }

  private ImageCompiler compiler(String statements) throws IOException {
    Path jar = directory.resolve("compiler.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream output = new JarOutputStream(file)) {
      write(
          output,
          JvmOptions.ENTRY,
          "-XX:+UseSerialGC\n\n-Dgraal=${graal.modulepath}\n".getBytes(StandardCharsets.UTF_8));
      write(output, "dev/preheat/compiler/Main.class", classFile(statements));
    }
    return new ImageCompiler(
        Jdk.at(Path.of(System.getProperty("java.home"))),
        jar,
        List.of(Path.of("/lib/format.jar")),
        List.of(Path.of("/graal/a.jar"), Path.of("/graal/b.jar")),
        List.of("-Duser=x y", "-javaagent:/no/agent.jar", "-agentlib:none", "-agentpath:/none.so"),
        directory);
  }

  private byte[] classFile(String statements) throws IOException {
    Path source = directory.resolve("Main.java");
    Files.writeString(
        source,
        "package dev.preheat.compiler;\n"
            + "class Main { public static void main(String[] arguments) {\n"
            + statements
            + "} }\n");
    int exitCode =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", directory.toString(), source.toString());
    assertEquals(0, exitCode);
    return Files.readAllBytes(directory.resolve("dev/preheat/compiler/Main.class"));
  }

  private static void write(JarOutputStream output, String name, byte[] bytes) throws IOException {
    output.putNextEntry(new JarEntry(name));
    output.write(bytes);
    output.closeEntry();
  }

  private CompileRequest request() {
    return new CompileRequest(
        List.of(trace),
        List.of(),
        List.of(Path.of("/app/loader.jar"), Path.of("/app/foo.jar")),
        requestedImage,
        Optional.empty(),
        "foo.so",
        CollectorGroup.G1,
        List.of(),
        List.of(),
        true,
        1,
        1,
        OnCompilerFailure.WARN,
        directory.resolve("report.json"));
  }
}
