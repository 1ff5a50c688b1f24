// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompileRequestTest {
  private static final CompileRequest EXAMPLE =
      new CompileRequest(
          List.of(Path.of("/traces/1.trace"), Path.of("/traces/2.trace")),
          List.of(Path.of("/traces/2.trace")),
          List.of(Path.of("/loader.jar"), Path.of("/target/foo 1.0.jar")),
          Path.of("/target/foo.so"),
          Optional.of(Path.of("/target/base.so")),
          "foo.so",
          CollectorGroup.CARD_TABLE,
          List.of("com.acme.**"),
          List.of("**.generated.*", "com.acme.Odd$Inner"),
          true,
          3,
          2,
          OnCompilerFailure.FAIL,
          Path.of("/target/foo.so.json"));

  private static final String TEXT =
      """
      traces.1=/traces/1.trace
      traces.2=/traces/2.trace
      programTraces.1=/traces/2.trace
      classPath.1=/loader.jar
      classPath.2=/target/foo 1.0.jar
      output=/target/foo.so
      base=/target/base.so
      name=foo.so
      collectors.1=Serial
      collectors.2=Parallel
      includes.1=com.acme.**
      excludes.1=**.generated.*
      excludes.2=com.acme.Odd$Inner
      includeJdk=true
      minimumInvocations=3
      threads=2
      onCompilerFailure=fail
      report=/target/foo.so.json
      """;

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = directory.resolve("request.properties");
  }

  @Test
  void theFileHasTheDocumentedForm() throws IOException {
    EXAMPLE.write(file);

    assertEquals(TEXT, Files.readString(file));
    assertEquals(EXAMPLE, CompileRequest.read(file));
  }

  @Test
  void whatMayBeMissingIsReadAsMissing() throws IOException {
    Files.writeString(
        file,
        TEXT.lines()
            .filter(line -> !line.matches("(includes|excludes).*"))
            .reduce("", (text, line) -> text + line + '\n'));
    CompileRequest read = CompileRequest.read(file);

    assertEquals(List.of(), read.includes());
    assertEquals(List.of(), read.excludes());
  }

  @Test
  void anyPathSurvives() throws IOException {
    List<Path> odd =
        List.of(
            Path.of(" leading and trailing "),
            Path.of("a=b:c#d!e"),
            Path.of("back\\slash\\u0041\\"),
            Path.of("line\nend\r\ttab"),
            Path.of("été/𝄞"));
    CompileRequest request =
        new CompileRequest(
            odd,
            List.of(odd.get(1)),
            odd,
            odd.get(0),
            Optional.empty(),
            " odd name\u00e9",
            CollectorGroup.G1,
            List.of(),
            List.of(),
            false,
            0,
            1,
            OnCompilerFailure.WARN,
            odd.get(2));
    request.write(file);

    assertEquals(request, CompileRequest.read(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "output=/target/foo.so|#|'output' is missing: add a line 'output=...'",
        "threads=2|threads=two|'threads' is 'two': write a whole number below 2147483648",
        "onCompilerFailure=fail|onCompilerFailure=|'onCompilerFailure' is '': write warn or fail",
        "threads=2|threads=0|'threads' is less than 1: take 1 or more",
        "minimumInvocations=3|minimumInvocations=-1"
            + "|'minimumInvocations' is negative: take 0 or more",
        "includeJdk=true|includeJdk=yes|'includeJdk' is 'yes': write true or false",
        "name=foo.so|name=../foo.so|'name' is no file name: '../foo.so': leave out directories",
        "output=/target/foo.so|output=|'output' is empty: write a path",
        "traces.1|trails.1|'traces' is empty: name at least one trace file",
        "programTraces.1=/traces/2.trace|programTraces.1=/traces/3.trace"
            + "|'programTraces' has a trace that 'traces' does not have: name it there, too",
        "collectors.1=Serial|collectors.1=Z|'collectors' are [Z, Parallel]: name all those, and only"
            + " those, that share their code with one",
        "includes.1=com.acme.**|includes.1=com/acme/**|'includes' has 'com/acme/**', which"
            + " names no class: write names with dots, as in com.acme.Main or com.acme.**",
        "threads=2|thread.count=2|'threads' is missing: add a line 'threads=...'",
        "excludes.2|excludes.3|nobody knows the keys [excludes.3]: remove them, use a plugin and a"
            + " compiler of the same version, and number lists 1, 2, 3",
      })
  void everyFaultIsSaid(String before, String after, String message) throws IOException {
    assertTrue(TEXT.contains(before));
    Files.writeString(file, TEXT.replace(before, after));

    assertEquals(file + ": " + message, failure());
  }

  @Test
  void aFileThatIsNoPropertiesFileIsRefused() throws IOException {
    Files.write(file, new byte[] {'a', '=', (byte) 0xff, (byte) 0xfe});
    assertTrue(failure().startsWith(file + " is no request to the compiler: "), failure());

    Files.writeString(file, "a=\\u00zz");
    assertTrue(failure().startsWith(file + " is no request to the compiler: "), failure());
  }

  private String failure() {
    return assertThrows(RequestFormatException.class, () -> CompileRequest.read(file)).getMessage();
  }
}
