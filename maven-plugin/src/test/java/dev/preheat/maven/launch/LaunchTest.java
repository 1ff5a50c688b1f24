// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.format.image.read.ImagePin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaunchTest {
  private static final Launch LAUNCH =
      new Launch(
          List.of("-XX:+EnableJVMCI"),
          List.of("-Xmx1g"),
          Path.of("/p/foo.so"),
          new ImagePin("12ab", "00ff"),
          Optional.empty(),
          List.of(Path.of("/p/loader.jar"), Path.of("/p/foo.jar")),
          "a.Main");

  @Test
  void theImageIsNamedAndTheLoaderStartsTheProgram() {
    assertEquals(
        List.of(
            "-XX:+EnableJVMCI",
            "-Xmx1g",
            "-Dpreheat.image=/p/foo.so",
            "-Dpreheat.checksum=12ab",
            "-Dpreheat.sha256=00ff",
            "-cp",
            "/p/loader.jar:/p/foo.jar",
            "dev.preheat.loader.Main",
            "a.Main"),
        LAUNCH.arguments());
  }

  @Test
  void theCacheOfTheJdkIsNamedAsWell() {
    AotCache cache = new AotCache(Path.of("/p/foo.aot"), Optional.of("0123456789abcdef"));

    assertEquals(
        List.of("-XX:AOTCache=/p/foo.aot", "-Dpreheat.archive=0123456789abcdef"),
        LAUNCH.withAotCache(cache).arguments().subList(2, 4));
  }

  @Test
  void aCacheThatIsNotUnderstoodIsNotVouchedFor() {
    AotCache cache = new AotCache(Path.of("/p/foo.aot"), Optional.empty());

    assertEquals(
        List.of("-XX:AOTCache=/p/foo.aot", "-Dpreheat.image=/p/foo.so"),
        LAUNCH.withAotCache(cache).arguments().subList(2, 4));
  }

  @Test
  void aRunMakesTheCacheOfTheJdk() {
    List<String> arguments = LAUNCH.toMakeAotCache(Path.of("/p/training.aot")).arguments();

    assertEquals(
        List.of(
            "-XX:+EnableJVMCI",
            "-Xlog:aot*=error:stderr",
            "-XX:AOTCacheOutput=/p/training.aot",
            "-Xmx1g"),
        arguments.subList(0, 4));
    assertEquals(LAUNCH.arguments().subList(2, 9), arguments.subList(4, 11));
  }
}
