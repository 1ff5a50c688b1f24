// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.image.model.FactKind;
import dev.preheat.format.image.model.FactPhase;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.Fact;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.format.image.read.ImageReader;
import dev.preheat.format.image.write.ImageFile;
import dev.preheat.loader.outcome.Outcome;
import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.ChildJvm.Result;
import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs a program with a real image, in the JVM that it fits and in others. */
class InstalledImageIT {

  private static final String OUTPUT = "499500 w0,w1,w2 26\n";
  private static final String NOT_LOADED = "App$Late.getAsInt()I: class not loaded: App$Late";

  /** Of the program and the JDK, all but the one whose class is loaded on request. */
  private static final int METHODS = 6;

  @TempDir private static Path directory;
  private static Path loader;
  private static Path program;
  private static Path image;
  @TempDir private Path scratch;

  @BeforeAll
  static void buildImage() throws IOException {
    ImageKit kit = new ImageKit(directory);
    loader = kit.loaderJar();
    program = kit.programJar("program.jar", source(1));
    kit.type("App$Shape")
        .jdkType("java/lang/Object")
        .method("App", "sum", "([I)I")
        .method("App", "total", "(LApp$Shape;)I")
        .method("App", "at", "([II)I")
        .method("App$Square", "area", "()I")
        .method("App$Square", "<init>", "(I)V")
        .method("App$Late", "getAsInt", "()I")
        .jdkMethod("java/lang/Math", "floorMod", "(II)I");
    image = kit.image(List.of(loader, program));
  }

  private static String source(int factor) throws IOException {
    return Files.readString(Path.of("src/test/programs/App.java"))
        .replace("/* FACTOR */ 1", Integer.toString(factor));
  }

  private LoadReport run(ChildJvm jvm, String... arguments) throws IOException {
    return run(jvm, image, List.of(loader, program), arguments);
  }

  private LoadReport run(ChildJvm jvm, Path so, List<Path> classPath, String... arguments)
      throws IOException {
    Path report = scratch.resolve("report.json");
    Result result =
        jvm.option("-Dpreheat.image=" + so)
            .option("-Dpreheat.report=" + report)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(classPath))
            .run("App$Early", List.of(arguments));
    return LoadReport.of(result, report);
  }

  @Test
  void installsEveryMethodWhoseClassesAreThere() throws IOException {
    LoadReport report = run(ChildJvm.withOptions().option("-Dpreheat.mode=strict"));

    assertEquals(0, report.run().exitCode(), report.run().err());
    assertEquals(OUTPUT, report.run().out());
    assertEquals(List.of(NOT_LOADED), report.missing("App"));
    report.assertCounts(METHODS, 0);
    assertEquals("", report.run().err());
  }

  @Test
  void theLoadersOwnMethodsAreInstalled() throws IOException {
    Path log = scratch.resolve("classes.txt");
    run(ChildJvm.withOptions().option("-Xlog:class+load:file=" + log));
    List<String> loaded = loadedClasses(log);
    ImageKit kit = new ImageKit(scratch);
    loaded.stream()
        .filter(name -> name.startsWith("java.") || name.startsWith("jdk.internal."))
        .filter(name -> name.indexOf('/') < 0)
        .forEach(name -> kit.jdkType(name.replace('.', '/')));
    // Where the JIT is faster than the loader, its code takes the place of ours.
    ChildJvm withoutJit =
        ChildJvm.withOptions()
            .option("-XX:CompileCommand=quiet")
            .option("-XX:CompileCommand=exclude,dev.preheat.*::*");
    LoadReport report =
        run(withoutJit, kit.image(List.of(loader, program)), List.of(loader, program));

    List<String> missing = new ArrayList<>();
    for (String line : LoaderMethodsTest.lines()) {
      String[] fields = line.split(" ", -1);
      String outcome =
          fields.length == 1
              ? loaded.contains(line) ? "" : "not loaded"
              : report.of(fields[0] + "." + fields[1] + fields[2]);
      if (!outcome.isEmpty()) {
        missing.add(line + ": " + outcome);
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void aClassThatComesLaterBringsItsMethods() throws IOException {
    LoadReport early = run(ChildJvm.withOptions());
    assertEquals(OUTPUT, early.run().out());
    LoadReport late = run(ChildJvm.withOptions(), "late", "await");

    assertEquals(List.of(NOT_LOADED), early.missing("App"));
    assertEquals(OUTPUT + "42\n", late.run().out());
    assertEquals(0, late.report().waiting(), late.json());
    assertEquals("", late.of("App$Late.getAsInt()I"), late.json());
    late.assertCounts(METHODS + 1, 0);
  }

  @Test
  void aClassThatBreaksAnAssumptionInvalidates() throws IOException {
    LoadReport report = run(ChildJvm.withOptions(), "second");

    assertEquals(OUTPUT + "4\n", report.run().out());
    assertEquals(
        "installed: invalidated: assumption broken or deoptimised",
        report.of("App.total(LApp$Shape;)I"),
        report.json());
    report.assertCounts(METHODS, 0);
  }

  @Test
  void whatTheJitCompilesAgainIsNamed() throws IOException {
    LoadReport report = run(ChildJvm.withOptions().option("-Xbatch"), "second", "hot");

    assertEquals(OUTPUT + "4\n2600000\n", report.run().out());
    assertEquals(
        "installed: invalidated: compiled again by the JIT",
        report.of("App.total(LApp$Shape;)I"),
        report.json());
  }

  @Test
  void exceptionsOfInstalledCodeHaveTheirStackTrace() throws IOException {
    LoadReport report = run(ChildJvm.withOptions(), "trap");

    assertEquals(OUTPUT + "Index 1000 out of bounds for length 1000 attrap\n", report.run().out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xmx64m", "-Xmx512m", "-Xmx28g", "-Xmx31g -XX:HeapBaseMinAddress=1g"})
  void otherHeapSizesDoNotMatter(String options) throws IOException {
    LoadReport report = run(ChildJvm.withOptions().options(List.of(options.split(" "))));

    assertEquals(OUTPUT, report.run().out());
    assertEquals(List.of(NOT_LOADED), report.missing("App"));
    report.assertCounts(METHODS, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "-XX:+UseSerialGC, flag ",
    "-Xmx31g, 'CompressedOops::_base: expected 0, found 4294967296; for a heap of 29 to 31 GB,"
        + " start with -XX:HeapBaseMinAddress=1g in place of 4g (in the args file, or by"
        + " jvmArguments)'",
    "-XX:GCCardSizeInBytes=1024, 'CompilerToVM::Data::cardtable_shift: expected 9, found 10;"
        + " start'",
    "-XX:GCCardSizeInBytes=256, 'CompilerToVM::Data::cardtable_shift: expected 9, found 8; start'",
    "-XX:UseAVX=0, 'processor: expected '",
    "-XX:ObjectAlignmentInBytes=16, 'flag ObjectAlignmentInBytes: expected 8, found 16; start'"
  })
  void anotherVmIsRefused(String options, String what) throws IOException {
    LoadReport report = run(ChildJvm.withOptions().options(List.of(options.split(" "))));

    assertEquals(OUTPUT, report.run().out());
    assertTrue(
        report.run().err().startsWith("preheat: image not used: " + what), report.run().err());
    assertTrue(report.json().contains("\"status\": \"refused\""), report.json());
  }

  @Test
  void aCodeCacheThatIsTooFarAwayIsRefused() throws IOException {
    LoadReport report =
        run(
            ChildJvm.withOptions()
                .options(List.of("-XX:ReservedCodeCacheSize=2g", "-XX:-SegmentedCodeCache")));

    assertEquals(OUTPUT, report.run().out());
    assertTrue(
        report
            .run()
            .err()
            .matches(
                "preheat: image not used: code cache: expected within 2047 MB of libjvm, found up"
                    + " to [0-9]+ MB away; start with a smaller -XX:ReservedCodeCacheSize\\n"),
        report.run().err());
  }

  @Test
  void strictStopsWhenTheVmIsAnother() throws IOException {
    LoadReport report =
        run(ChildJvm.withOptions().option("-Xmx40g").option("-Dpreheat.mode=strict"));

    assertEquals(1, report.run().exitCode());
    assertEquals("", report.run().out());
    assertEquals(1, report.run().err().lines().count(), report.run().err());
  }

  @Test
  void withoutJvmciTheProgramRuns() throws IOException {
    List<String> options = new ArrayList<>(ChildJvm.loaderOptions());
    options.remove("-XX:+EnableJVMCI");
    LoadReport report = run(ChildJvm.bare().options(options));

    assertEquals(OUTPUT, report.run().out());
    assertEquals(
        "preheat: image not used: JVMCI: expected a JVM that has it enabled, found JVMCI disabled"
            + " or missing; start with -XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI\n",
        report.run().err());
  }

  @Test
  void aWrongFactIsNamed() throws IOException {
    ImageModel model = ImageReader.read(image);
    List<Variant> variants = new ArrayList<>();
    for (Variant variant : model.variants()) {
      List<Fact> facts = new ArrayList<>(variant.facts());
      Fact first = facts.get(facts.size() - 1);
      facts.set(
          facts.size() - 1,
          new Fact("the answer", FactKind.EQUAL_8, FactPhase.START, first.offset() & -8L, 42));
      variants.add(new Variant(variant.name(), facts, variant.records()));
    }
    Path wrong = scratch.resolve("wrong.so");
    ImageFile.write(
        new ImageModel(
            model.properties(),
            model.layout(),
            model.containers(),
            model.classes(),
            model.methods(),
            variants),
        wrong);
    LoadReport report = run(ChildJvm.withOptions(), wrong, List.of(loader, program));

    assertEquals(OUTPUT, report.run().out());
    assertTrue(
        report.run().err().startsWith("preheat: image not used: the answer: expected 42, found "),
        report.run().err());
  }

  @Test
  void aChangedClassIsRejectedAndItsNewBehaviourWins() throws IOException {
    Path changed = new ImageKit(scratch).programJar("program.jar", source(2));
    LoadReport report = run(ChildJvm.withOptions(), image, List.of(loader, changed));

    assertEquals(OUTPUT.replace("499500", "999000"), report.run().out());
    assertEquals("class changed: App", report.of("App.sum([I)I"));
    assertEquals("", report.of("App$Square.area()I"), report.json());
    assertEquals("", report.of("java.lang.Math.floorMod(II)I"), report.json());
  }

  @Test
  void theImageOfAnotherProgramSaysSo() throws IOException {
    Path other =
        new ImageKit(scratch)
            .programJar(
                "other.jar",
                """
                public class App {
                  public static void main(String[] a) { System.out.println(sum(new int[0])); }
                  static int sum(int[] numbers) { return -1; }
                  interface Shape {}
                  class Square {}
                  static class Early {
                    public static void main(String[] a) throws Exception {
                      Class.forName("App");
                      Class.forName("App$Square");
                      Class.forName("dev.preheat.loader.Main")
                          .getMethod("main", String[].class)
                          .invoke(null, (Object) new String[] {"App"});
                    }
                  }
                }
                """);
    LoadReport report = run(ChildJvm.withOptions(), image, List.of(loader, other));

    assertEquals("-1\n", report.run().out());
    assertEquals("class changed: App", report.of("App.sum([I)I"));
    assertEquals("class changed: App$Square", report.of("App$Square.area()I"));
  }

  @Test
  void moreJarsBehindTheProgramDoNotMatter() throws IOException {
    Path more = new ImageKit(scratch).programJar("more.jar", "class More {}");
    LoadReport report = run(ChildJvm.withOptions(), image, List.of(loader, program, more));

    assertEquals(List.of(NOT_LOADED), report.missing("App"));
    report.assertCounts(METHODS, 0);
  }

  @Test
  void excludedMethodsAreLeftOut() throws IOException {
    LoadReport report =
        run(ChildJvm.withOptions().option("-Dpreheat.exclude=App.s*,java.lang.Math.floor*"));

    assertEquals(OUTPUT, report.run().out());
    assertEquals(2, report.number(Outcome.EXCLUDED), report.json());
    report.assertCounts(METHODS - 2, 2);
    assertEquals("excluded: ", report.of("App.sum([I)I"));
  }

  @Test
  void theAgentInstallsAsWell() throws IOException {
    Path report = scratch.resolve("report.json");
    Result result =
        ChildJvm.bare()
            .options(ChildJvm.loaderOptions())
            .option("-javaagent:" + loader + "=" + image)
            .option("-Dpreheat.report=" + report)
            .option("-Dpreheat.install=before-main")
            .classPath(program.toString())
            .run("App", List.of());

    assertEquals(OUTPUT, result.out());
    assertEquals("", result.err());
    LoadReport of = LoadReport.of(result, report);
    assertEquals("", of.of("java.lang.Math.floorMod(II)I"), of.json());
    assertTrue(of.report().installed() > 0, of.json());
  }

  @Test
  void damagedTablesWithAChecksumThatFitsDoNoHarm() throws IOException {
    Result result =
        ChildJvm.withOptions()
            .option("-Xmx256m")
            .run(
                "dev.preheat.loader.view.MutatedImages",
                List.of(image.toString(), scratch.resolve("mutated.so").toString(), "1500"));

    assertEquals(0, result.exitCode(), result.toString());
    assertEquals("", result.err());
    assertTrue(result.out().startsWith("refused "), result.out());
    assertTrue(result.out().contains("DAMAGED="), result.out());
    assertFalse(result.out().contains("FAILURE="), result.out());
  }

  @Test
  void classesThatComeAndGoWhileMethodsWaitDoNoHarm() throws IOException {
    ImageKit kit = new ImageKit(scratch);
    int count = 1000;
    Path storm =
        kit.programJar("storm.jar", Files.readString(Path.of("src/test/programs/Storm.java")));
    Result result =
        ChildJvm.withOptions()
            .option("-Xmx128m")
            .option("-Dpreheat.image=" + image)
            .option("-Dpreheat.report=summary")
            .classPath(ImageKit.path(List.of(loader, program, storm, StormClasses.jar(kit, count))))
            .runMain("Storm", Integer.toString(count));

    assertEquals(4 * count + " " + 4 * count + "\n", result.out());
    assertTrue(result.err().startsWith("preheat: installed "), result.err());
    assertEquals(0, result.exitCode(), result.err());
  }

  /** Names of the classes that a JVM loaded, from the log that {@code -Xlog:class+load} writes. */
  private static List<String> loadedClasses(Path log) throws IOException {
    Pattern line = Pattern.compile("\\] (\\S+) source: ");
    return Files.readString(log)
        .lines()
        .map(line::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .toList();
  }
}
