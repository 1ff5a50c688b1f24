// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program as users do, in a JVM of its own. */
class MainTest {

  @TempDir private Path folder;

  /** What a run of the program left behind. */
  private record Run(int exitCode, String output) {}

  @Test
  void theSiteDoesNotDependOnTheMachine() throws Exception {
    // Turkish folds "I" to a dotless letter; the other options change time zone and encoding.
    Run turkish =
        run(
            List.of("-Duser.language=tr", "-Duser.timezone=Asia/Tokyo"),
            "build",
            SiteFolder.SHIPPED.toString(),
            "--output=" + folder.resolve("turkish"),
            "--digest",
            "--quiet",
            "--strict");
    Run latin =
        run(
            List.of("-Duser.language=en", "-Dfile.encoding=ISO-8859-1"),
            "build",
            SiteFolder.SHIPPED.toString(),
            "--output=" + folder.resolve("latin"),
            "--digest",
            "--quiet",
            "--strict");

    assertEquals(0, turkish.exitCode(), turkish.output());
    assertTrue(turkish.output().startsWith("sha256 "), turkish.output());
    assertEquals(turkish, latin);
  }

  @Test
  void exitCodesReachTheShell() throws Exception {
    assertEquals(1, run(List.of(), "check", folder.toString()).exitCode());
    assertEquals(2, run(List.of(), "check").exitCode());
  }

  private static Run run(List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }
}
