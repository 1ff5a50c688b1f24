// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.loader.outcome.Outcome;
import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.ChildJvm.Result;
import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image that is too large for a small code cache leaves the JIT what it needs. */
class CodeCacheIT {

  private static final int METHODS = 100;
  private static final int METHOD_BYTES = 1 << 16;
  private static final int CACHE_MEGABYTES = 16;

  /** Methods that ran often may fill this part of a code cache that is one heap. */
  private static final int SHARE_PERCENT = 30;

  @TempDir private Path directory;

  @Test
  void theJitGoesOnWhenTheImageHasItsShare() throws IOException {
    ImageKit kit = new ImageKit(directory);
    Path loader = kit.loaderJar();
    for (int i = 0; i < METHODS; i++) {
      kit.method("Work", "m" + i, "(I)I");
    }
    Path program =
        kit.programJar(
            "program.jar", Files.readString(Path.of("src/test/programs/Crammed.java")), source());
    Path image =
        ChangedRecord.write(
            kit.image(List.of(loader, program)),
            "large.so",
            "Work\\..*",
            old -> ChangedRecord.resized(old, METHOD_BYTES, old.body().data().length));
    Path file = directory.resolve("report.json");
    Result result =
        ChildJvm.withOptions()
            .options(List.of("-XX:ReservedCodeCacheSize=" + CACHE_MEGABYTES + "m", "-Xbatch"))
            .options(List.of("-XX:+DisplayVMOutputToStderr", "-Xlog:all=warning:stderr"))
            .option("-Dpreheat.image=" + image)
            .option("-Dpreheat.report=" + file)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(List.of(loader, program)))
            .run("Crammed$Early", List.of("Work"));
    Result interpreted =
        ChildJvm.bare()
            .option("-Xint")
            .classPath(program.toString())
            .run("Crammed", List.of("Work"));

    assertEquals("", result.err());
    assertEquals(0, result.exitCode());
    List<String> lines = result.out().lines().toList();
    List<String> expected = interpreted.out().lines().toList();
    assertEquals(List.of(expected.get(1), "4", expected.get(3)), lines.subList(1, lines.size()));
    LoadReport report = LoadReport.of(result, file);
    int left = report.number(Outcome.CODE_CACHE_SHARE);
    assertTrue(left > 0, report::toString);
    assertEquals(0, report.number(Outcome.CODE_CACHE_FULL), report::toString);
    report.assertCounts(METHODS - left, left);
    long bytes = Long.parseLong(lines.get(0));
    assertTrue(bytes > (long) (METHODS - left) * METHOD_BYTES, () -> bytes + " bytes");
    assertTrue(left < METHODS, report::toString);
    assertTrue(
        bytes <= (long) (CACHE_MEGABYTES << 20) * SHARE_PERCENT / 100, () -> bytes + " bytes");
  }

  private static String source() {
    StringBuilder source = new StringBuilder();
    source.append("public class Work {\n  public static int all(int x) {\n    int sum = 0;\n");
    for (int i = 0; i < METHODS; i++) {
      source.append("    sum += m").append(i).append("(x);\n");
    }
    source.append("    return sum;\n  }\n");
    for (int i = 0; i < METHODS; i++) {
      source.append("  static int m").append(i).append("(int x) { return x + ").append(i);
      source.append("; }\n");
    }
    return source.append("}\n").toString();
  }
}
