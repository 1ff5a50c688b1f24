// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.image.model.FactKind;
import dev.preheat.format.image.model.ImageModel.Fact;
import dev.preheat.format.image.read.ImageReader;
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
import org.junit.jupiter.params.provider.ValueSource;

/** An image runs on every processor that can do what its code asks for, and on no other. */
class ProcessorIT {

  private static final String OUTPUT = "499500 w0,w1,w2 26\n";
  private static final int METHODS = 3;

  @TempDir private static Path directory;
  private static List<Path> classPath;
  @TempDir private Path scratch;

  @BeforeAll
  static void buildProgram() throws IOException {
    ImageKit kit = new ImageKit(directory);
    String source = Files.readString(Path.of("src/test/programs/App.java"));
    classPath = List.of(kit.loaderJar(), kit.programJar("program.jar", source));
  }

  /** As if it had been built by a machine for continuous integration that is the oldest of all. */
  @ParameterizedTest
  @ValueSource(strings = {"-XX:UseAVX=0", "-XX:UseSSE=3"})
  void aBetterProcessorTakesTheImage(String older) throws IOException {
    LoadReport report = run(image(older), ChildJvm.withOptions().option("-Dpreheat.mode=strict"));

    assertEquals("", report.run().err());
    assertEquals(OUTPUT, report.run().out());
    report.assertCounts(METHODS, 0);
  }

  @Test
  void aLesserProcessorIsToldWhatItLacks() throws IOException {
    LoadReport report = run(image("-XX:UseAVX=1"), ChildJvm.withOptions().option("-XX:UseAVX=0"));

    assertEquals(OUTPUT, report.run().out());
    assertTrue(
        report
            .run()
            .err()
            .matches(
                "preheat: image not used: processor: expected CPU feature [A-Z0-9_]+(, CPU feature"
                    + " [A-Z0-9_]+)*, found none of these; run on one that has them, without"
                    + " -XX:UseAVX and -XX:UseSSE, or build the image where it runs\n"),
        report.run().err());
    assertTrue(report.run().err().contains("CPU feature AVX,"), report.run().err());
  }

  /** What a processor has besides: how its clock ticks, that there is a hypervisor. */
  @Test
  void featuresThatNoCodeUsesAreNotAskedFor() throws IOException {
    List<String> features =
        ImageReader.read(image("-XX:UseAVX=1")).variants().get(0).facts().stream()
            .filter(fact -> fact.kind() == FactKind.SUPERSET_8)
            .map(Fact::name)
            .toList();

    assertTrue(features.contains("CPU feature SSE2"), features::toString);
    for (String unused : List.of("HV", "TSC", "TSCINV", "CET_SS", "CET_IBT", "HT", "SERIALIZE")) {
      assertFalse(features.contains("CPU feature " + unused), features::toString);
    }
  }

  private Path image(String compilerOption) throws IOException {
    return new ImageKit(scratch)
        .compilerOption(compilerOption)
        .jdkType("java/lang/Object")
        .method("App", "sum", "([I)I")
        .method("App", "at", "([II)I")
        .jdkMethod("java/lang/Math", "floorMod", "(II)I")
        .image(classPath);
  }

  private LoadReport run(Path image, ChildJvm jvm) throws IOException {
    Path report = scratch.resolve("report.json");
    Result result =
        jvm.option("-Dpreheat.image=" + image)
            .option("-Dpreheat.report=" + report)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(classPath))
            .run("App$Early", List.of());
    return LoadReport.of(result, report);
  }
}
