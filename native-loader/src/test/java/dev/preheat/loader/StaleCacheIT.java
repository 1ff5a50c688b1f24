// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.image.read.ImageReader;
import dev.preheat.hotspot.archive.ArchiveFile;
import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.ChildJvm.Result;
import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An AOT cache of an older build. JDKs before 25.0.4 compare no jar with it (JDK-8377932): the
 * program then runs the classes of the cache, whatever is in its jar.
 */
class StaleCacheIT {

  private static final String FIRST = "int first = 5";
  private static final String SECOND = "int second = 7";
  private static final Result RIGHT = new Result(0, "7 7 7\n", "");
  private static final String OTHER =
      "Swapped.byCode(LSwapped$Pair;)I: class changed: Swapped$Pair";

  /** The program's and the one of the JDK. */
  private static final int METHODS = 2;

  private static final boolean COMPARES_NO_JAR =
      Runtime.version().compareTo(Runtime.Version.parse("25.0.4")) < 0;

  /** The jar lies at the same place in each build, or it would be another class path. */
  @TempDir private static Path directory;

  private static Path loader;
  private static Path jar;
  private static Build old;
  private static Build now;
  private static Path cache;
  private static String digest;
  @TempDir private Path scratch;

  /** What a build of the program makes. */
  private record Build(byte[] program, Path image) {}

  @BeforeAll
  static void build() throws IOException {
    old = build("old.so", FIRST, SECOND);
    cache = cache("old.aot");
    digest = digest(cache);
    now = build("now.so", SECOND, FIRST);
  }

  private static Path cache(String name) throws IOException {
    Path output = directory.resolve(name);
    Result training =
        jvm()
            .options(List.of("-XX:AOTCacheOutput=" + output, "-Xlog:disable", "-Dpreheat.mode=off"))
            .classPath(ImageKit.path(List.of(loader, jar)))
            .run("Swapped$Early", List.of());
    assertTrue(training.out().startsWith(RIGHT.out()), training::toString);
    return output;
  }

  private static String digest(Path archive) throws IOException {
    return ArchiveFile.digest(archive, ImageReader.readLayout(old.image())).orElseThrow();
  }

  private static Build build(String name, String first, String second) throws IOException {
    ImageKit kit = new ImageKit(directory);
    loader = kit.loaderJar();
    String source = Files.readString(Path.of("src/test/programs/Swapped.java"));
    String fields = source.replace(FIRST, "?").replace(SECOND, second).replace("?", first);
    jar = kit.programJar("program.jar", fields);
    kit.jdkType("java/lang/Object")
        .type("Swapped$Pair")
        .method("Swapped", "byCode", "(LSwapped$Pair;)I")
        .jdkMethod("java/lang/Math", "floorMod", "(II)I");
    Path image = Files.move(kit.image(List.of(loader, jar)), directory.resolve(name));
    return new Build(Files.readAllBytes(jar), image);
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "strict"})
  void codeOfANewerBuildIsNotForTheClassesOfTheCache(String mode) throws IOException {
    assertOther(run(now, now.program(), "-Dpreheat.mode=" + mode));
  }

  /** The args file of the newer build, but the older cache. */
  @Test
  void theCacheThatIsNamedIsAnother() throws IOException {
    Files.write(jar, now.program());
    String other = digest(cache("now.aot"));

    assertNotEquals(digest, other);
    assertOther(run(now, now.program(), "-Dpreheat.archive=" + other));
  }

  private static void assertOther(LoadReport report) {
    assertEquals(COMPARES_NO_JAR ? List.of(OTHER) : List.of(), report.missing("Swapped"));
    report.assertCounts(COMPARES_NO_JAR ? METHODS - 1 : METHODS, COMPARES_NO_JAR ? 1 : 0);
  }

  /** A cache that is not named is compared, and found to be right. */
  @Test
  void codeIsInstalledWithTheCacheOfItsBuild() throws IOException {
    LoadReport report = run(old, old.program(), "-Dpreheat.mode=strict");

    assertEquals(List.of(), report.missing("Swapped"));
    report.assertCounts(METHODS, 0);
  }

  @Test
  void codeIsInstalledWithTheCacheThatIsNamed() throws IOException {
    LoadReport report = run(old, old.program(), "-Dpreheat.archive=" + digest);

    assertEquals(List.of(), report.missing("Swapped"));
    report.assertCounts(METHODS, 0);
  }

  /** Where the JVM runs the cache's classes nevertheless, these are still the image's. */
  @Test
  void aCacheThatIsNamedIsComparedWhenAJarIsAnother() throws IOException {
    LoadReport report = run(old, now.program(), "-Dpreheat.archive=" + digest);

    assertEquals(COMPARES_NO_JAR ? List.of() : List.of(OTHER), report.missing("Swapped"));
    assertTrue(report.report().installed() >= 1, report::json);
  }

  /** All methods being installed before the program starts. */
  private LoadReport run(Build build, byte[] program, String option) throws IOException {
    Files.write(jar, program);
    Path report = scratch.resolve("report.json");
    List<String> options = new ArrayList<>(List.of("-XX:AOTCache=" + cache, option));
    // What the JVM says of a cache that it refuses, and methods that the JIT has compiled.
    options.addAll(List.of("-Xlog:disable", "-XX:CompileCommand=quiet"));
    options.add("-XX:CompileCommand=exclude,*::*");
    Result result =
        jvm()
            .options(options)
            .option("-Dpreheat.image=" + build.image())
            .option("-Dpreheat.report=" + report)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(List.of(loader, jar)))
            .run("Swapped$Early", List.of());
    assertEquals(RIGHT, result);
    return LoadReport.of(result, report);
  }

  private static ChildJvm jvm() throws IOException {
    return ChildJvm.withOptions();
  }
}
