// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.loader.outcome.Outcome;
import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.ChildJvm.Result;
import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image that is too large for a small code cache leaves the JIT what it needs. */
class CodeCacheIT {

  private static final int METHODS = LargeImage.METHODS;
  private static final int CACHE_MEGABYTES = 16;

  /** Methods that ran often may fill this part of a code cache that is one heap. */
  private static final int SHARE_PERCENT = 30;

  /** Of the methods that are installed, and not called: where the cache is full they soon go. */
  private static final double HIGHEST_SHARE_OF_FLUSHED = 0.4;

  @TempDir private Path directory;

  @Test
  void theJitGoesOnWhenTheImageHasItsShare() throws IOException {
    LargeImage large = LargeImage.of(new ImageKit(directory), "Crammed");
    Path file = directory.resolve("report.json");
    Result result =
        ChildJvm.withOptions()
            .options(List.of("-XX:ReservedCodeCacheSize=" + CACHE_MEGABYTES + "m", "-Xbatch"))
            .options(List.of("-XX:+DisplayVMOutputToStderr", "-Xlog:all=warning:stderr"))
            .option("-Dpreheat.image=" + large.image())
            .option("-Dpreheat.report=" + file)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(List.of(large.loader(), large.program())))
            .run("Crammed$Early", List.of("Work"));
    Result interpreted =
        ChildJvm.bare()
            .option("-Xint")
            .classPath(large.program().toString())
            .run("Crammed", List.of("Work"));

    assertEquals("", result.err());
    assertEquals(0, result.exitCode());
    List<String> lines = result.out().lines().toList();
    List<String> expected = interpreted.out().lines().toList();
    assertEquals(List.of(expected.get(1), "4", expected.get(3)), lines.subList(1, lines.size()));
    LoadReport report = LoadReport.of(result, file);
    int left = report.number(Outcome.CODE_CACHE_SHARE);
    int flushed = report.missing("Work.").size() - left;
    assertTrue(
        flushed <= HIGHEST_SHARE_OF_FLUSHED * (METHODS - left),
        () -> flushed + " of " + (METHODS - left) + " flushed");
    assertTrue(left > 0, report::toString);
    assertEquals(0, report.number(Outcome.CODE_CACHE_FULL), report::toString);
    report.assertCounts(METHODS - left, left);
    long bytes = Long.parseLong(lines.get(0));
    assertTrue(bytes > (long) (METHODS - left) * LargeImage.METHOD_BYTES, () -> bytes + " bytes");
    assertTrue(left < METHODS, report::toString);
    assertTrue(
        bytes <= (long) (CACHE_MEGABYTES << 20) * SHARE_PERCENT / 100, () -> bytes + " bytes");
  }
}
