// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.image.read.ImageReader;
import dev.preheat.loader.image.ChangedRecord;
import dev.preheat.loader.outcome.Outcome;
import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.ChildJvm.Result;
import dev.preheat.testkit.ImageKit;
import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reason by its exact text, with a fake VM behind the loader and with the real one. */
class ReasonsIT {

  private static final String FLOOR_MOD_NAME = "java.lang.Math.floorMod(II)I";
  private static final String FLOOR_MOD = FLOOR_MOD_NAME + ": ";
  private static final String TO_RADIANS = "java.lang.Math.toRadians(D)D";
  private static final String LATE = "App$Late.getAsInt()I: ";
  private static final String OVERFLOW = "counter_overflow(int,Word)void";
  private static final String SUM = "App.sum([I)I";
  private static final String TOTAL = "App.total(LApp$Shape;)I";

  @TempDir private static Path directory;
  private static Path loader;
  private static Path program;
  private static Path image;

  @BeforeAll
  static void buildImage() throws IOException {
    ImageKit kit = new ImageKit(directory);
    loader = kit.loaderJar();
    program =
        kit.programJar("program.jar", Files.readString(Path.of("src/test/programs/App.java")));
    kit.jdkType("java/lang/Object")
        .jdkType("java/util/HashMap$Node")
        .type("App$Shape")
        .method("App$Late", "getAsInt", "()I")
        .method("App$Square", "area", "()I")
        .method("App", "sum", "([I)I")
        .method("App", "total", "(LApp$Shape;)I")
        .jdkMethod("java/lang/Math", "floorMod", "(II)I")
        .jdkMethod("java/lang/Math", "toRadians", "(D)D")
        .jdkMethod(
            "java/util/HashMap",
            "putVal",
            "(ILjava/lang/Object;Ljava/lang/Object;ZZ)Ljava/lang/Object;");
    image = kit.image(List.of(loader, program));
  }

  @Test
  void everyReasonHasItsText() throws IOException {
    Result result =
        ChildJvm.withOptions()
            .options(List.of("-Xbatch", "-XX:CompileCommand=quiet"))
            .option("-XX:CompileCommand=dontinline,java.lang.Math::floorMod")
            .classPath(withTests())
            .run("dev.preheat.loader.view.Reasons", List.of(image.toString()));

    assertEquals(0, result.exitCode(), result.err());
    List<String> lines = result.out().lines().toList();
    assertEquals(
        List.of(
            FLOOR_MOD + "installed: ",
            FLOOR_MOD + "dependencies failed: as the VM says",
            FLOOR_MOD + "code cache full: as the VM says",
            FLOOR_MOD + "VM refused: as the VM says",
            FLOOR_MOD + "code too large: as the VM says",
            FLOOR_MOD
                + "failure in the loader: java.lang.IllegalArgumentException: a bug in what is"
                + " called",
            FLOOR_MOD + "failure in the loader: java.lang.AssertionError: a bug that asserts",
            FLOOR_MOD + "failure in the loader: java.lang.ArithmeticException: a bug"),
        lines.subList(0, 8));
    assertTrue(lines.get(8).matches("a method: external missing: .+"), lines.get(8));
    assertEquals(FLOOR_MOD + "method not found: java.lang.Math.floorMod(II)I", lines.get(9));
    assertTrue(
        lines
            .get(10)
            .matches(
                "record (\\d+): record damaged: entry \\1 of table 12 refers to what is not there"),
        lines.get(10));
    String damaged =
        FLOOR_MOD
            + "record damaged: entry "
            + lines.get(10).replaceFirst("record (\\d+): .*", "$1")
            + " of table 12 refers to what is not there";
    assertEquals(
        List.of(
            damaged,
            FLOOR_MOD + "constants missing: App$Shape",
            FLOOR_MOD + "external missing: far away",
            LATE + "class not loaded: App$Late",
            LATE + "class not linked: App$Late",
            FLOOR_MOD + "class not initialised: App$Late",
            "299995",
            FLOOR_MOD + "already compiled: ",
            FLOOR_MOD + "not reached: "),
        lines.subList(11, lines.size()));
  }

  @Test
  void everyRefusalHasItsText() throws IOException {
    Result result =
        ChildJvm.withOptions()
            .classPath(withTests())
            .run("dev.preheat.loader.view.Refusals", List.of(image.toString()));

    assertEquals(0, result.exitCode(), result.err());
    SortedMap<String, String> jvm = ImageReader.read(image).properties();
    String again = "; build the image again (mvn package -Pnative)";
    String otherVm = "; run with the JDK that built the image, or build it with this one";
    String fewer =
        "the properties of the JVM: expected libjvm.buildId, libjvm.size and objects.layout, found"
            + " not all of them"
            + again;
    String objects =
        "; start the JVM with the options of the args file: heaps of 32 GB and more, ZGC and"
            + " -XX:+UseCompactObjectHeaders change it";
    String otherOptions =
        "; start the JVM with the options that the image was built with (its args file), or build"
            + " the image with these";
    assertEquals(
        List.of(
            "libjvm.size: expected 1, found " + jvm.get("libjvm.size") + otherVm,
            "libjvm.buildId: expected 00, found " + jvm.get("libjvm.buildId") + otherVm,
            fewer,
            fewer,
            fewer,
            "layout of objects: expected headers of 8 bytes, found headers of 12 bytes; start the"
                + " JVM with the options that the image was built with: -XX:+UseCompactObjectHeaders,"
                + " and neither a heap of 32 GB and more nor ZGC",
            "layout of objects: expected java.lang.Class.classRedefinedCount 16, found"
                + " java.lang.Class.classRedefinedCount 12"
                + objects,
            "the VM's layout in the image: expected 4096, found 5000" + again,
            "the VM's library: expected a page-aligned address, found <address>" + otherVm,
            "the VM's library: expected an ELF header, found none" + otherVm,
            "the VM's library: expected a build id within it, found -1" + otherVm,
            "the VM's layout: expected an offset in libjvm, found -8" + again,
            "the variants of the image: expected one or more, found none" + again,
            "the magic: expected 70, found 69" + otherOptions,
            "the magic: expected at least 2147483647, found 1179403647" + otherOptions,
            "processor: expected the class, the order, found none of these; run on one that has"
                + " them, without -XX:UseAVX and -XX:UseSSE, or build the image where it runs",
            "the routine: expected a routine that the VM generates, found none; start without"
                + " -XX:-UseLibmIntrinsic and the like",
            "the end: expected an offset in libjvm, found 10000000000" + again,
            "flag AlwaysSafeConstructors: expected a kind of fact, found 9" + again,
            image.resolveSibling("patched.so")
                + ": expected tables that fit each other, found entry 0 of table 11 refers to what"
                + " is not there"
                + again),
        result
            .out()
            .lines()
            .map(
                line -> line.replaceFirst("address, found [0-9a-f]+;", "address, found <address>;"))
            .toList());
  }

  /** Nothing is wrong with the image, and nobody is told to build it again. */
  @Test
  void aBugOfTheLoaderIsReportedWithItsStack() throws IOException {
    Result result =
        ChildJvm.withOptions()
            .classPath(withTests())
            .run(FailureReport.class.getName(), List.of(image.toString()));

    assertEquals(0, result.exitCode(), result.err());
    LoadReport report = new LoadReport(result, result.out());
    assertEquals(0, report.report().installed());
    assertEquals(
        "failure in the loader: java.lang.ArithmeticException: a bug",
        report.of(FLOOR_MOD_NAME),
        result.out());
    Matcher stacks =
        Pattern.compile("\"failures\": \\[(.*)]", Pattern.DOTALL).matcher(result.out());
    assertTrue(stacks.find(), result.out());
    List<String> texts = stacks.group(1).lines().map(String::strip).toList();
    assertEquals(16, texts.size() - 2, "the first ones, between two brackets");
    for (String text : texts.subList(1, texts.size() - 1)) {
      assertTrue(
          text.matches(
              "\"dev\\.preheat\\..*: java.lang.ArithmeticException: a bug\\\\n"
                  + "\\\\tat dev.preheat.loader.view.FailingVm.install\\(.*"),
          text);
      assertTrue(text.contains("\\tat dev.preheat.loader.view.LoaderView.install("), text);
    }
    assertEquals("", result.err());
  }

  /** It is not what the loader has a number for, and nobody but its authors can tell why. */
  @Test
  void whatTheVmThrowsIsReportedWithItsStack() throws IOException {
    Path withoutData =
        ChangedRecord.write(
            image,
            "without-data.so",
            Pattern.quote(TO_RADIANS),
            old -> ChangedRecord.resized(old, old.body().code().length, 0));
    LoadReport report = run(List.of("-Dpreheat.image=" + withoutData));

    assertEquals("", report.run().err());
    String error = "jdk.vm.ci.common.JVMCIError: data offset 0x0 points outside data section";
    assertTrue(report.of(TO_RADIANS).startsWith("VM refused: " + error), report::json);
    assertTrue(report.json().contains("\"" + TO_RADIANS + ": " + error), report::json);
    assertTrue(report.json().contains("CompilerToVM.installCode0(Native Method)"), report::json);
  }

  /** Not the fault of options, as the same error about the JDK's own classes would be. */
  @Test
  void aClassThatTheLoaderLacksIsABugOfIt(@TempDir Path scratch) throws IOException {
    Path partial = Files.copy(loader, scratch.resolve("loader.jar"));
    try (FileSystem jar = FileSystems.newFileSystem(partial)) {
      Files.delete(jar.getPath("dev/preheat/loader/image/LoadedImage.class"));
    }
    Result result =
        ChildJvm.withOptions()
            .option("-Dpreheat.image=" + image)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(List.of(partial, program)))
            .runMain("App");

    assertEquals(
        new Result(
            0,
            "499500 w0,w1,w2 26\n",
            "preheat: image not used: failure in the loader: java.lang.NoClassDefFoundError:"
                + " dev/preheat/loader/image/LoadedImage; report it with its stack, which a report"
                + " in a file has (-Dpreheat.report=<file>)\n"),
        result);
  }

  @Test
  void whatIsInstalledStaysWhenThereIsNoMemoryLater() throws IOException {
    LoadReport report = failLater("memory");

    assertEquals(
        "preheat: image not used any more: the heap: expected room for the image's tables, found"
            + " java.lang.OutOfMemoryError: none left; give it more (-Xmx), or start with"
            + " preheat.disable\n",
        report.run().err());
    assertTrue(report.report().installed() > 0, report::json);
    assertTrue(report.json().contains("\"status\": \"used\""), report::json);
  }

  private static LoadReport failLater(String how) throws IOException {
    Result result =
        ChildJvm.withOptions()
            .option("-Dpreheat.image=" + image)
            .option("-Dpreheat.install=before-main")
            .classPath(withTests())
            .run(FailureReport.class.getName(), List.of(image.toString(), how));
    assertEquals(0, result.exitCode(), result.err());
    return new LoadReport(result, result.out());
  }

  @Test
  void whatIsInstalledStaysWhenTheLoaderFailsLater() throws IOException {
    LoadReport report = failLater("later");
    Result result = report.run();

    assertEquals(
        "preheat: image not used any more: failure in the loader:"
            + " java.lang.IllegalStateException: a bug; report it with its stack, which a report in"
            + " a file has (-Dpreheat.report=<file>)\n",
        result.err());
    assertTrue(report.report().installed() > 0, result.out());
    assertTrue(result.out().contains("\"status\": \"used\""), result.out());
    assertTrue(
        result.out().contains("\"preheat: java.lang.IllegalStateException: a bug\\n\\tat "),
        result.out());
  }

  @Test
  void aPatchedJvmciIsNamed(@TempDir Path patch) throws IOException {
    Path type = patch.resolve("jdk/vm/ci/hotspot/CompilerToVM.class");
    Files.createDirectories(type.getParent());
    Files.write(
        type, ClassFile.of().build(ClassDesc.of("jdk.vm.ci.hotspot.CompilerToVM"), each -> {}));
    Result result =
        ChildJvm.withOptions()
            .option("--patch-module=jdk.internal.vm.ci=" + patch)
            .option("-Dpreheat.image=" + image)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(List.of(loader, program)))
            .runMain("App");

    assertEquals(
        new Result(
            0,
            "499500 w0,w1,w2 26\n",
            "preheat: image not used: JVMCI: expected a JVM that has it enabled, found"
                + " java.lang.NoSuchMethodError: 'void"
                + " jdk.vm.ci.hotspot.CompilerToVM.registerNatives()'; start with"
                + " -XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI\n"),
        result);
  }

  @Test
  void anAssumptionThatDoesNotHoldIsNamed() throws IOException {
    LoadReport report = run(List.of(), "load:App$Circle", "second");

    assertEquals("499500 w0,w1,w2 26\n4\n", report.run().out());
    assertEquals("", report.run().err());
    assertEquals(
        List.of(
            LATE + "class not loaded: App$Late",
            TOTAL
                + ": dependencies failed: Failed dependency of type"
                + " abstract_with_unique_concrete_subtype\n  context = *App$Shape\n"
                + "  class   = App$Square\n  witness = App$Circle\n"),
        report.missing("App"));
    report.assertCounts(3, 1);
  }

  @Test
  void codeThatIsTooLargeForTheVmIsNamed() throws IOException {
    LoadReport report = run(List.of("-XX:JVMCINMethodSizeLimit=200"));

    assertEquals(
        List.of(LATE + "class not loaded: App$Late", SUM + ": external missing: " + OVERFLOW),
        report.missing("App"));
    assertTrue(report.number(Outcome.CODE_TOO_LARGE) > 0, report.run().out());
    report.assertCounts(
        2, report.number(Outcome.CODE_TOO_LARGE) + report.number(Outcome.EXTERNAL_MISSING));
  }

  /** Without it the VM says that it is full, and compiles nothing any more. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "+SegmentedCodeCache -XX:NonNMethodCodeHeapSize=2400k -XX:ProfiledCodeHeapSize=32k"
            + " -XX:NonProfiledCodeHeapSize=96k",
        "-SegmentedCodeCache -XX:ReservedCodeCacheSize=2496k"
      })
  void aPartOfTheCodeCacheIsLeftToTheJit(String heaps) throws IOException {
    List<String> options =
        new ArrayList<>(
            List.of(
                // The JIT shall not be the one that fills it: then the VM does not start.
                "-XX:CompileCommand=quiet",
                "-XX:CompileCommand=exclude,*.*",
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "-Xlog:all=warning:stderr"));
    options.addAll(List.of(("-XX:" + heaps).split(" ")));

    LoadReport report = run(options);
    assertTrue(report.number(Outcome.CODE_CACHE_SHARE) > 0, report::toString);
    report.assertCounts(report.report().installed(), report.number(Outcome.CODE_CACHE_SHARE));
    assertEquals("", report.run().err());
  }

  private static String withTests() {
    return ImageKit.path(List.of(loader, program))
        + File.pathSeparator
        + System.getProperty("java.class.path");
  }

  /** Runs the program, which prints what it prints when it is interpreted. */
  private static LoadReport run(List<String> options, String... arguments) throws IOException {
    Path file = directory.resolve("report.json");
    Files.deleteIfExists(file);
    Result result =
        ChildJvm.withOptions()
            .option("-Dpreheat.image=" + image)
            .options(options)
            .option("-Dpreheat.report=" + file)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(List.of(loader, program)))
            .run("App$Early", List.of(arguments));
    ChildJvm plain = ChildJvm.bare().option("-Xint").classPath(program.toString());
    Result interpreted = plain.run("App", List.of(arguments));

    assertEquals(interpreted.exitCode(), result.exitCode(), result::toString);
    assertEquals(interpreted.out(), result.out());
    return LoadReport.of(result, file);
  }
}
