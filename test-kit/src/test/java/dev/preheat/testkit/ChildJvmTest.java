// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {
  @TempDir private Path directory;

  /** A program. */
  static final class Talker {
    private Talker() {}

    /** Prints, and ends when its input does, or never. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
      System.out.println(String.join(",", arguments) + " in " + Path.of("").toRealPath());
      System.err.println(System.in.read());
      if (arguments[0].equals("hang")) {
        Thread.sleep(Long.MAX_VALUE);
      }
      System.exit(3);
    }
  }

  @Test
  void whatItPrintsIsKeptInItsDirectory() throws IOException {
    Path real = directory.toRealPath();

    ChildJvm.Result result =
        ChildJvm.bare().in(real, "talker").run(Talker.class.getName(), List.of("a", "b"));

    assertEquals(new ChildJvm.Result(3, "a,b in " + real + "\n", "-1\n"), result);
    assertEquals(result.out(), Files.readString(real.resolve("talker.out")));
    assertEquals(result.err(), Files.readString(real.resolve("talker.err")));
    assertTrue(Files.readString(real.resolve("talker.command")).contains(Talker.class.getName()));
  }

  @Test
  void withoutADirectoryItWorksWhereTheTestsDo() throws IOException {
    ChildJvm.Result result = ChildJvm.bare().run(Talker.class.getName(), List.of("a"));

    assertEquals(new ChildJvm.Result(3, "a in " + Path.of("").toRealPath() + "\n", "-1\n"), result);
  }

  @Test
  void whatDoesNotEndIsEnded() throws IOException {
    ChildJvm jvm = ChildJvm.bare().program(List.of(Talker.class.getName(), "hang"));

    assertEquals(Optional.empty(), jvm.run(Duration.ofSeconds(1)));
  }
}
