// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceFileTest {
  private static final String EXAMPLE =
      """
      preheat-trace 1
      jvm|25.0.3+9-LTS|Acme, Inc.
      class|boot|java/util/List|initialized|-
      class|app|com/acme/Main|loaded|ZERO,FFFF
      method|app|com/acme/Main|run|(Ljava/util/List;I)V|12|340|4
      args|app|com/acme/Main|go|()V|99|many
      args|app|com/acme/Main|run|(Ljava/util/List;I)V|10|com/acme/Main|java/util/ArrayList|-
      args|app|com/acme/Main|run|(Ljava/util/List;I)V|2|com/acme/Main|null|-
      refs|app|com/acme/Main|run|(Ljava/util/List;I)V|C:[Lcom/acme/Main;\
      |F:com/acme/Main.size:I|M:java/util/List.get:(I)Ljava/lang/Object;
      profile|app|com/acme/Main|run|(Ljava/util/List;I)V|40|b4:10/2|t9:*=0\
      |t17:boot:java/util/List=3,app:com/acme/Main=7,*=1|n9|x17|x21
      end 10 c40e0dce
      """
          .replace('|', '\t')
          .replace("ZERO", "0".repeat(64))
          .replace("FFFF", "f".repeat(64));

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = directory.resolve("1.trace");
  }

  @Test
  void theFileHasTheDocumentedForm() throws IOException {
    TraceWriter.write(Traces.example(), file);

    assertEquals(EXAMPLE, Files.readString(file));
    assertEquals(new ReadTrace(Traces.example(), true), TraceReader.read(file));
  }

  @Test
  void nothingElseIsLeftInTheDirectory() throws IOException {
    TraceWriter.write(Traces.example(), directory.resolve("new/1.trace"));

    try (Stream<Path> files = Files.list(directory.resolve("new"))) {
      assertEquals(List.of(directory.resolve("new/1.trace")), files.toList());
    }
  }

  @Test
  void aFileCutOffAnywhereKeepsItsCompleteLines() throws IOException {
    TraceWriter.write(Traces.example(), file);
    byte[] whole = Files.readAllBytes(file);
    Map<Trace, List<String>> rewritten = new HashMap<>();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Files.write(file, cut);
      ReadTrace read = TraceReader.read(file);

      assertFalse(read.complete());
      assertEquals(completeLines(cut), rewritten.computeIfAbsent(read.trace(), this::linesOf));
    }
  }

  @Test
  void aTailOfZerosIsATailThatWasCutOff() throws IOException {
    byte[] start = EXAMPLE.substring(0, EXAMPLE.indexOf("end")).getBytes(UTF_8);
    Files.write(file, Arrays.copyOf(start, start.length + 4096));

    assertEquals(new ReadTrace(Traces.example(), false), TraceReader.read(file));
  }

  @Test
  void anEndThatDoesNotFitMeansCutOff() throws IOException {
    Files.writeString(file, EXAMPLE.replace("end 10", "end 9"));
    assertEquals(new ReadTrace(Traces.example(), false), TraceReader.read(file));

    Files.writeString(file, EXAMPLE.replace("25.0.3", "25.0.4"));
    assertFalse(TraceReader.read(file).complete());
  }

  @Test
  void aForeignFileIsRefused() throws IOException {
    Files.writeString(file, "<html>\n");

    assertEquals(
        file
            + " is no trace: it does not start with the line 'preheat-trace 1'. Remove it from the"
            + " directory of the traces, or name the directory that the agent wrote to.",
        failure());
  }

  @Test
  void aForeignFileWithoutLinesIsRefused() throws IOException {
    Files.write(file, new byte[] {1, 2, 3, (byte) 0xff});

    assertTrue(failure().startsWith(file + " is no trace:"), failure());
  }

  @Test
  void anotherVersionIsRefused() throws IOException {
    Files.writeString(file, EXAMPLE.replace("preheat-trace 1", "preheat-trace 2"));

    assertEquals(
        file
            + " is a trace of another version: it starts with 'preheat-trace 2', not with"
            + " 'preheat-trace 1'. Delete it and run the tests again, with the agent of this"
            + " version.",
        failure());
  }

  @Test
  void aDamagedLineIsNamed() throws IOException {
    Files.writeString(file, EXAMPLE.replace("\t340\t", "\t34x\t"));

    assertEquals(
        file
            + ", line 5: cannot be read as part of a trace: '34x' is no count. The file was damaged"
            + " after it was written: delete it and run the tests again.",
        failure());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "class|boot, klass|boot, 'klass' is no kind of line",
        "|boot|java, |bot|java, unknown class loader 'bot'",
        "|initialized|, |initialised|, 'initialised' is neither",
        "|340|4, |340|5, a compilation tier is not in 0 to 4: 5",
        "|340|4, |340|4|4, it has too many fields",
        "|340|4, |340, it has too few fields",
        "|340|4, |-340|4, '-340' is no count",
        "|340|4, |99999999999999999999|4, 99999999999999999999",
        "FFFF, FFF, is no SHA-256",
        "|F:com, |G:com, is no symbolic reference",
        "|F:com/acme/Main.size:I, |F:com/acme/Main.size, is no symbolic reference",
        "b4:10/2, b4:10, 'b4:10' is no entry of a profile",
        "b4:10/2, b40:10/2, bytecode index 40 in a method of 40 bytes",
        "b4:10/2, b4:10/2|b4:10/2, two entries 'b4'",
        "t9:*=0, t9:*, 't9:*' is no entry of a profile",
        "*=1, app:com/acme/Main=7, is no entry of a profile",
        "*=1, \"app:com/acme/Main=7,*=1\", two counts of 'app:com/acme/Main'",
        "n9, y9, 'y9' is no entry of a profile",
        "n9, n9:1, 'n9:1' is no entry of a profile",
        "|go|, |g\\u12|, a backslash that starts no escape",
        "|go|, ||, the name of a method is empty",
        "\"end 10 c40e0dce\", \"end 10 c40e0dce\nend\", something after the end",
      })
  void whatALineCannotBeIsSaid(String before, String after, String message) throws IOException {
    String damaged =
        EXAMPLE.replace(withDigests(before), withDigests(after)).replace("\\u12", "\\u12");
    assertFalse(EXAMPLE.equals(damaged));
    Files.writeString(file, damaged);

    assertTrue(failure().contains(message), failure());
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    byte[] bytes = EXAMPLE.getBytes(UTF_8);
    bytes[EXAMPLE.indexOf("Acme")] = (byte) 0xff;
    Files.write(file, bytes);

    assertTrue(failure().contains("line 2: cannot be read as part of a trace: it is not UTF-8"));
  }

  @Test
  void aLineWithoutEndIsRefused() throws IOException {
    byte[] bytes = new byte[TraceFormat.MAXIMUM_LINE_LENGTH + 100];
    Arrays.fill(bytes, (byte) 'x');
    byte[] first = "preheat-trace 1\n".getBytes(UTF_8);
    System.arraycopy(first, 0, bytes, 0, first.length);
    Files.write(file, bytes);

    assertTrue(failure().contains("line 2"), failure());
    assertTrue(failure().contains("longer than 16777216 bytes"), failure());
  }

  @Test
  void aLineThatNoReaderTakesIsNotWritten() throws IOException {
    TraceBuilder trace = new TraceBuilder();
    trace.addJvm(new Jvm("x".repeat(TraceFormat.MAXIMUM_LINE_LENGTH), ""));

    assertThrows(TraceFormatException.class, () -> TraceWriter.write(trace.build(), file));
    assertFalse(Files.exists(file));
  }

  @Test
  void aMissingFileIsNoDamagedOne() {
    assertThrows(NoSuchFileException.class, () -> TraceReader.read(file));
  }

  @Test
  void theOrderOfAddingDoesNotShow() throws IOException {
    ClassId type = new ClassId(LoaderRole.APP, "a");
    MethodId first = new MethodId(type, "a", "()V");
    MethodId second = new MethodId(type, "b", "()V");
    TraceBuilder forwards = new TraceBuilder();
    forwards.addInvocations(first, new Invocations(1, 1, 1));
    forwards.addInvocations(second, new Invocations(2, 2, 2));
    TraceBuilder backwards = new TraceBuilder();
    backwards.addInvocations(second, new Invocations(2, 2, 2));
    backwards.addInvocations(first, new Invocations(1, 1, 1));
    TraceWriter.write(forwards.build(), file);
    Path other = directory.resolve("2.trace");
    TraceWriter.write(backwards.build(), other);

    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other));
  }

  private String failure() {
    return assertThrows(TraceFormatException.class, () -> TraceReader.read(file)).getMessage();
  }

  private static String withDigests(String text) {
    return text.replace("FFFF", "f".repeat(64)).replace("FFF", "f".repeat(63)).replace('|', '\t');
  }

  /** As they would be written, with the first line in any case. */
  private static List<String> completeLines(byte[] cut) {
    String text = new String(cut, UTF_8);
    List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    return lines.isEmpty() ? List.of("preheat-trace 1") : lines;
  }

  /** As they are in a file, but for the last one. */
  private List<String> linesOf(Trace trace) {
    try {
      Path rewritten = directory.resolve("rewritten.trace");
      TraceWriter.write(trace, rewritten);
      List<String> lines = Files.readAllLines(rewritten);
      return lines.subList(0, lines.size() - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
