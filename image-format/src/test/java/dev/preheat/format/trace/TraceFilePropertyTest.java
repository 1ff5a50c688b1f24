// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

class TraceFilePropertyTest {
  private static final byte[] EXAMPLE = example();

  private Path file;

  @Provide
  static Arbitrary<Trace> traces() {
    return Traces.any();
  }

  @BeforeTry
  void nameFile() throws IOException {
    file = Files.createTempFile("preheat", ".trace");
  }

  @AfterTry
  void deleteFile() throws IOException {
    Files.deleteIfExists(file);
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsRead(@ForAll("traces") Trace trace) throws IOException {
    TraceWriter.write(trace, file);

    assertEquals(new ReadTrace(trace, true), TraceReader.read(file));
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void aFileCutOffNeverFails(
      @ForAll("traces") Trace trace, @ForAll @IntRange(min = 0, max = 99) int percent)
      throws IOException {
    TraceWriter.write(trace, file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, (int) (whole.length * (long) percent / 100)));
    ReadTrace read = TraceReader.read(file);

    assertTrue(!read.complete());
    assertTrue(trace.methods().entrySet().containsAll(read.trace().methods().entrySet()));
    assertTrue(trace.profiles().entrySet().containsAll(read.trace().profiles().entrySet()));
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void aDamagedByteIsRefusedOrReadAsAnotherTrace(
      @ForAll @IntRange(min = 0, max = 999) int perMille, @ForAll byte value) throws IOException {
    byte[] bytes = EXAMPLE.clone();
    int position = (int) (bytes.length * (long) perMille / 1000);
    bytes[position] = value;
    Files.write(file, bytes);
    boolean damaged = !Arrays.equals(EXAMPLE, bytes);
    try {
      ReadTrace read = TraceReader.read(file);
      assertEquals(!damaged, read.complete());
      assertEquals(read.trace(), read.trace().merge(Trace.empty()));
    } catch (TraceFormatException e) {
      assertTrue(damaged);
      assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
    }
  }

  private static byte[] example() {
    try {
      Path file = Files.createTempFile("preheat", ".trace");
      TraceWriter.write(Traces.example(), file);
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
