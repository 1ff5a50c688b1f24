// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.bisect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BisectionTest {
  private static final List<String> METHODS =
      IntStream.range(0, 1_000).mapToObj(i -> "a.B.m" + i + "()V").toList();

  @TempDir private Path directory;

  @Test
  void oneMethodIsFoundInSomeTwentyTrials() throws Exception {
    List<Integer> trials = new ArrayList<>();
    Conclusion conclusion =
        conclusion(
            installed -> {
              trials.add(installed.size());
              return installed.contains(METHODS.get(617));
            });

    assertEquals(Conclusion.found(List.of(List.of(METHODS.get(617)))), conclusion);
    assertTrue(trials.size() < 20, trials::toString);
  }

  @Test
  void methodsThatFailByThemselvesAreAllFound() throws Exception {
    Conclusion conclusion =
        conclusion(
            installed ->
                installed.contains(METHODS.get(3)) || installed.contains(METHODS.get(999)));

    assertEquals(
        Conclusion.found(List.of(List.of(METHODS.get(3)), List.of(METHODS.get(999)))), conclusion);
  }

  @Test
  void methodsThatFailTogetherAreAGroup() throws Exception {
    Conclusion conclusion =
        conclusion(
            installed ->
                installed.contains(METHODS.get(0))
                    && installed.contains(METHODS.get(500))
                    && installed.contains(METHODS.get(999)));

    assertEquals(Conclusion.Kind.FOUND, conclusion.kind());
    assertEquals(1, conclusion.groups().size());
    assertEquals(
        List.of(METHODS.get(0), METHODS.get(500), METHODS.get(999)),
        conclusion.groups().get(0).stream().sorted().toList());
  }

  @Test
  void whatIsNotOfTheImageIsSaid() throws Exception {
    assertEquals(Conclusion.Kind.OTHER_REASON, conclusion(installed -> true).kind());
    assertEquals(Conclusion.Kind.NO_FAILURE, conclusion(installed -> false).kind());
  }

  @Test
  void whatFailsNowAndThenIsSaid() throws Exception {
    int[] trials = {0};

    assertEquals(Conclusion.Kind.UNSTEADY, conclusion(installed -> trials[0]++ == 1).kind());
  }

  @Test
  void aCommandIsToldWhatToLeaveOut() throws Exception {
    List<String> steps = new ArrayList<>();
    Conclusion conclusion =
        bisect(
            "test \"$PREHEAT_INSTALL\" = before-main || exit 9\n"
                + "grep -qF 'a.B.m617()V' \"${PREHEAT_EXCLUDE#@}\"",
            1,
            600,
            steps);

    assertEquals(Conclusion.found(List.of(List.of(METHODS.get(617)))), conclusion);
    assertEquals("step 1: 0 of 1000 methods: good", steps.get(0));
    assertEquals("step 2: 1000 of 1000 methods: fails, exit code 1", steps.get(1));
    assertFalse(Files.exists(directory.resolve("excluded")));
  }

  @Test
  void aCommandThatHangsHasFailed() throws Exception {
    List<String> steps = new ArrayList<>();

    assertEquals(Conclusion.Kind.OTHER_REASON, bisect("sleep 600", 1, 1, steps).kind());
    assertEquals(List.of("step 1: 0 of 1000 methods: fails, still running after 1 s"), steps);
  }

  @Test
  void aCommandRunsAsOftenAsWanted() throws Exception {
    Path count = directory.resolve("count");

    assertEquals(
        Conclusion.Kind.NO_FAILURE, bisect("echo x >> " + count, 3, 600, new ArrayList<>()).kind());
    assertEquals(6, Files.readAllLines(count).size());
  }

  private static Conclusion conclusion(Trial trial) throws Exception {
    return new Bisection(METHODS, trial).conclude();
  }

  private Conclusion bisect(String script, int runs, int seconds, List<String> steps)
      throws IOException, InterruptedException {
    return CommandTrial.bisect(
        new CommandTrial.Command(
            List.of("sh", "-c", script), directory, runs, Duration.ofSeconds(seconds)),
        METHODS,
        directory.resolve("excluded"),
        steps::add);
  }
}
