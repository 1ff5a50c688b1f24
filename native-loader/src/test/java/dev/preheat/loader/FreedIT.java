// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.ChildJvm.Result;
import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory of an image goes when its methods are installed, while the loader waits for more. */
class FreedIT {

  private static final int LEAST_BYTES = 12 << 20;

  @TempDir private Path directory;

  @Test
  void theImageGoesWhileTheLoaderWaits() throws IOException {
    ImageKit kit = new ImageKit(directory).method("Freed$Never", "loaded", "()I");
    LargeImage large = LargeImage.of(kit, "Freed");
    Path file = directory.resolve("report.json");
    Result result =
        ChildJvm.withOptions()
            .option("-XX:NativeMemoryTracking=summary")
            .option("-Dpreheat.image=" + large.image())
            .option("-Dpreheat.report=" + file)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(List.of(large.loader(), large.program())))
            .run("Freed$Early", List.of());

    assertEquals(new Result(0, "5050\nfreed\n", ""), result);
    LoadReport report = LoadReport.of(result, file);
    report.assertCounts(LargeImage.METHODS, 0);
    assertEquals(1, report.report().waiting(), report::toString);
    assertTrue(Files.size(large.image()) > LEAST_BYTES);
  }
}
