// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredProcessTest {
  private static final int MEBIBYTE = 1 << 20;

  @TempDir private Path directory;

  @Test
  void anExitCodeAndBothStreamsAreTheProgramsOwn() throws Exception {
    Usage usage = runChild("exit", "7");

    assertEquals(7, usage.exitCode());
    assertEquals("exit 7\n", read("out"));
    assertEquals("ending\n", read("err"));
  }

  @Test
  void theProgramRunsInItsDirectory() throws Exception {
    assertEquals(0, runChild("write", "here").exitCode());

    assertTrue(Files.exists(directory.resolve("here")));
  }

  @Test
  void argumentsArriveAsTheyAre() throws Exception {
    runChild("exit", "0", "a b", "$HOME", "'\"", "*", "");

    assertEquals("exit 0 a b $HOME '\" * \n", read("out"));
  }

  @Test
  void aProgramThatIsNotThereIsAnError() {
    Path missing = directory.resolve("missing");

    assertEquals(
        missing + " is no program: it is not there, or not executable",
        assertThrows(IOException.class, () -> run(List.of(missing.toString()))).getMessage());
  }

  @Test
  void processorTimeIsThatOfTheChild() throws Exception {
    Usage busy = runChild("burn", "300");
    Usage idle = runChild("exit", "0");

    assertTrue(busy.cpuMillis() >= 300, busy::toString);
    assertTrue(idle.cpuMillis() < busy.cpuMillis(), idle::toString);
    assertTrue(busy.wallNanos() > 0, busy::toString);
  }

  @Test
  void memoryIsThatOfTheChildAndNotOfThisProcess() throws Exception {
    byte[] mine = new byte[300 * MEBIBYTE];
    Arrays.fill(mine, (byte) 1);

    Usage large = runChild("fill", "200");
    Usage small = runChild("exit", "0");

    assertTrue(large.peakMebibytes() >= 200, large::toString);
    assertTrue(small.peakMebibytes() < 200, small + " beside " + mine.length);
  }

  @Test
  void anExitCodeOrASignalEndsAProcess() {
    assertEquals(3, new Kernel.Ended(3 << 8, 0, 0).exitCode());
    assertEquals(128 + 9, new Kernel.Ended(9, 0, 0).exitCode());
    assertEquals(128 + 6, new Kernel.Ended(6 | 0x80, 0, 0).exitCode(), "with a core dump");
  }

  private Usage runChild(String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    words.add(Child.class.getName());
    words.addAll(List.of(arguments));
    return run(words);
  }

  private Usage run(List<String> words) throws IOException, InterruptedException {
    return new MeasuredProcess()
        .run(
            new MeasuredProcess.Command(
                words, directory, directory.resolve("out"), directory.resolve("err")));
  }

  private String read(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  /** What the child does, by its first argument. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws IOException {
      switch (arguments[0]) {
        case "exit" -> {
          System.out.println(String.join(" ", arguments));
          System.err.println("ending");
          System.exit(Integer.parseInt(arguments[1]));
        }
        case "write" -> Files.createFile(Path.of(arguments[1]));
        case "burn" -> burn(Long.parseLong(arguments[1]));
        case "fill" -> Arrays.fill(new byte[Integer.parseInt(arguments[1]) * MEBIBYTE], (byte) 1);
        default -> throw new IllegalArgumentException(arguments[0]);
      }
    }

    private static void burn(long cpuMillis) {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      while (threads.getCurrentThreadCpuTime() < cpuMillis * 1_000_000) {
        Thread.onSpinWait();
      }
    }
  }
}
