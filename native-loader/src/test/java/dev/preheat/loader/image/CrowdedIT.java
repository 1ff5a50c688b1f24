// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.ChildJvm.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image in a JVM that has hardly any memory left for it. */
class CrowdedIT {

  @TempDir private Path directory;

  @Test
  void keepsAllWhereThereIsNoRoomForACopy() throws IOException {
    Path file = directory.resolve("a.so");
    new TestImage().stub("a", bytes(100, 1), bytes(8 << 20, 1), bytes(24, 1)).write(file);
    Result result =
        ChildJvm.withOptions()
            .options(List.of("-XX:+UnlockDiagnosticVMOptions", "-Xlog:disable"))
            .option("-XX:NativeMemoryTracking=summary")
            .option("-XX:MallocLimit=other:12m:oom")
            .run(Crowded.class.getName(), List.of(file.toString()));

    assertEquals(new Result(0, "true true true\n0\n", ""), result);
  }

  private static byte[] bytes(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
