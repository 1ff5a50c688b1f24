// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.preheat.format.contract.ArgumentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {
  private static final Path JAVA = Path.of("/jdk/bin/java");

  @TempDir private Path target;

  @Test
  void eachVariantHasItsCommand() throws Exception {
    write("demo-1.0.args", lines("-XX:AOTCache=" + target + "/demo-1.0.aot"));

    Launch launch = Launch.read(target);
    Commands commands =
        new Commands(
            JAVA, launch, Path.of("/w/image.args"), Path.of("/w/plain.aot"), List.of("-q", "in"));

    String classPath = target + "/demo-1.0.jar:/lib/a b.jar";
    assertEquals(
        List.of("/jdk/bin/java", "-cp", classPath, "demo.Main", "-q", "in"),
        commands.of(Variant.PLAIN, List.of()));
    assertEquals(
        List.of(
            "/jdk/bin/java",
            "-x",
            "-XX:AOTCache=/w/plain.aot",
            "-cp",
            classPath,
            "demo.Main",
            "-q",
            "in"),
        commands.of(Variant.AOT_CACHE, List.of("-x")));
    assertEquals(
        List.of("/jdk/bin/java", "-x", "@/w/image.args", "-q", "in"),
        commands.of(Variant.IMAGE, List.of("-x")));
    assertEquals(
        List.of("/jdk/bin/java", "@" + target + "/demo-1.0.args", "-q", "in"),
        commands.of(Variant.IMAGE_AOT_CACHE, List.of()));
    assertEquals(
        List.of(
            "/jdk/bin/java",
            "-XX:AOTCacheOutput=/w/plain.aot",
            "-cp",
            classPath,
            "demo.Main",
            "-q",
            "in"),
        commands.training());
  }

  @Test
  void theImageAloneHasTheSameArgumentsButOne() throws Exception {
    write("demo-1.0.args", lines("\"-XX:AOTCache=" + target + "/a b.aot\""));

    Launch launch = Launch.read(target);

    assertEquals(ArgumentFile.arguments(String.join("\n", lines())), launch.withoutAotCache());
    assertEquals(Path.of("/t/demo.so"), launch.image());
    assertEquals(List.of("-XX:+EnableJVMCI"), launch.flags());
  }

  @Test
  void aBuildWithoutTheFileOrTheCacheIsAnError() throws IOException {
    assertEquals(
        "0 files of arguments in "
            + target
            + ", not 1: build the program with its native profile first",
        message());

    Path file = write("demo-1.0.args", lines());
    assertEquals(
        file
            + " has no -XX:AOTCache=: build the program with preheat.aotCache and "
            + "preheat.arguments set",
        message());

    Files.move(file, target.resolve("other.args"));
    write("other.args", lines("-XX:AOTCache=a"));
    assertEquals(
        target + "/other.jar is not on the class path in " + target + "/other.args", message());

    write("other.args", List.of("-version"));
    assertEquals(
        target
            + "/other.args does not end with a class path, the loader's main class and the program's",
        message());
  }

  private String message() {
    return assertThrows(BenchmarkException.class, () -> Launch.read(target)).getMessage();
  }

  private List<String> lines(String... options) {
    List<String> lines = new ArrayList<>(List.of("-XX:+EnableJVMCI"));
    lines.addAll(List.of(options));
    lines.addAll(
        List.of(
            "-Dpreheat.image=/t/demo.so",
            "-Dpreheat.archive=0123456789abcdef",
            "-Dpreheat.checksum=12ab",
            "-Dpreheat.sha256=00ff",
            "-cp",
            "\"/loader.jar:/format.jar:" + target + "/demo-1.0.jar:/lib/a b.jar\"",
            "dev.preheat.loader.Main",
            "demo.Main"));
    return lines;
  }

  private Path write(String name, List<String> lines) throws IOException {
    return Files.write(target.resolve(name), lines);
  }
}
