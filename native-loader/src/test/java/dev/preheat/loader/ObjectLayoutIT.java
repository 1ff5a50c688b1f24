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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JVMs that lay out objects otherwise than the one that built the image. */
class ObjectLayoutIT {

  private static final String OUTPUT = "499500 w0,w1,w2 26\n";
  private static final String NOT_LOADED = "App$Late.getAsInt()I: class not loaded: App$Late";
  private static final String COMPACT = "-XX:+UseCompactObjectHeaders";
  private static final String NOT_CONTENDED = "-XX:-EnableContended";

  /** Of the program, all but the one whose class is loaded on request. */
  private static final int METHODS = 4;

  private static final String COMPACT_ADVICE =
      "; start the JVM with the options that the image was built with: -XX:+UseCompactObjectHeaders,"
          + " and neither a heap of 32 GB and more nor ZGC";

  private static final String ADVICE =
      "; start the JVM with the options of the args file: heaps of 32 GB and more, ZGC and"
          + " -XX:+UseCompactObjectHeaders change it";

  private static final String FLAGS =
      "; start the JVM with the options that the image was built with (its args file), or build the"
          + " image with these";

  @TempDir private static Path directory;
  private static Path loader;
  private static Path program;
  private static Path image;
  private static Path compactImage;
  private static Path narrowImage;
  @TempDir private Path scratch;

  @BeforeAll
  static void buildImages() throws IOException {
    ImageKit kit = kit(Files.createDirectory(directory.resolve("usual")));
    loader = kit.loaderJar();
    program =
        kit.programJar("program.jar", Files.readString(Path.of("src/test/programs/App.java")));
    image = kit.image(List.of(loader, program));
    compactImage =
        kit(Files.createDirectory(directory.resolve("compact")))
            .compilerOption(COMPACT)
            .image(List.of(loader, program));
    narrowImage =
        kit(Files.createDirectory(directory.resolve("narrow")))
            .compilerOption(NOT_CONTENDED)
            .image(List.of(loader, program));
  }

  private static ImageKit kit(Path where) {
    return new ImageKit(where)
        .jdkType("java/lang/Object")
        .type("App$Shape")
        .method("App", "sum", "([I)I")
        .method("App", "total", "(LApp$Shape;)I")
        .method("App$Square", "area", "()I")
        .method("App$Square", "<init>", "(I)V")
        .method("App$Late", "getAsInt", "()I");
  }

  @ParameterizedTest
  @CsvSource({
    "-XX:+UseCompactObjectHeaders, headers of 12 bytes, headers of 8 bytes",
    "-XX:-UseCompressedClassPointers, headers of 12 bytes, headers of 16 bytes",
    "-XX:-UseCompressedOops, references of 4 bytes, references of 8 bytes",
    "-XX:+UseZGC, references of 4 bytes, references of 8 bytes",
    "-Xmx40g, references of 4 bytes, references of 8 bytes"
  })
  void isRefused(String option, String expected, String found) throws IOException {
    LoadReport report = run(image, option);

    assertRefused(report, expected, found);
  }

  /** They move fields of some classes only: what Java code can ask does not show it. */
  @ParameterizedTest
  @CsvSource({
    "-XX:-EnableContended, EnableContended, 1, 0",
    "-XX:ContendedPaddingWidth=64, ContendedPaddingWidth, 128, 64"
  })
  void otherDistancesOfContendedFieldsAreRefused(
      String option, String flag, String expected, String found) throws IOException {
    LoadReport report = run(image, option);

    assertRefused(report, "flag " + flag + ": expected " + expected + ", found " + found + FLAGS);
  }

  @Test
  void anImageForNoDistanceOfContendedFieldsIsForThatOnly() throws IOException {
    LoadReport usual = run(narrowImage);
    LoadReport report = run(narrowImage, NOT_CONTENDED, "-Xshare:off");

    assertRefused(usual, "flag EnableContended: expected 0, found 1" + FLAGS);
    assertEquals(new Result(0, OUTPUT, ""), report.run());
    assertEquals(List.of(NOT_LOADED), report.missing("App"));
    report.assertCounts(METHODS, 0);
  }

  @Test
  void usualHeadersAreRefusedByAnImageForCompactOnes() throws IOException {
    LoadReport report = run(compactImage, "-XX:-UseCompactObjectHeaders");

    assertRefused(
        report,
        "layout of objects: expected headers of 8 bytes, found headers of 12 bytes"
            + COMPACT_ADVICE);
  }

  @Test
  void compactHeadersAreFineWhereTheImageIsForThem() throws IOException {
    LoadReport report = run(compactImage, COMPACT, "-Xshare:off");

    assertEquals(new Result(0, OUTPUT, ""), report.run());
    assertEquals(List.of(NOT_LOADED), report.missing("App"));
    report.assertCounts(METHODS, 0);
  }

  /** With compact headers the archive says how narrow class pointers are scaled. */
  @Test
  void compactHeadersAreRefusedWhereTheirClassPointersAreOthers() throws IOException {
    LoadReport report = run(compactImage, COMPACT);

    assertRefused(report, "CompressedKlassPointers::_shift: expected 9, found 10" + FLAGS);
  }

  private static void assertRefused(LoadReport report, String expected, String found) {
    assertRefused(report, "layout of objects: expected " + expected + ", found " + found + ADVICE);
  }

  private static void assertRefused(LoadReport report, String why) {
    assertEquals(new Result(0, OUTPUT, "preheat: image not used: " + why + "\n"), report.run());
    assertTrue(report.json().contains("\"status\": \"refused\""), report::json);
    assertEquals(0, report.report().installed());
  }

  /** Without what the JVM says of archives and old options. */
  private LoadReport run(Path so, String... options) throws IOException {
    Path report = scratch.resolve("report.json");
    Result result =
        ChildJvm.withOptions()
            .options(List.of("-Xlog:disable", "-XX:-PrintWarnings"))
            .options(List.of(options))
            .option("-Dpreheat.image=" + so)
            .option("-Dpreheat.report=" + report)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(List.of(loader, program)))
            .run("App$Early", List.of());
    return LoadReport.of(result, report);
  }
}
