// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.loader.outcome.Outcome;
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

/** Classes that are not what their files say take out what depends on them, and nothing else. */
class ClassIdentityIT {

  private static final String SUM = "Adder$Sum.of(II)I";
  private static final String OTHER = "Adder$Other.of(II)I";
  private static final String CEIL_DIV = "java.lang.Math.ceilDiv(II)I";

  private static final String LATE = "Adder$Late.of(II)I";

  private static final String LATE_WAITS = LATE + ": class not loaded: Adder$Late";

  private static final String[] PROGRAM = {"Adder$Sum", "Adder$Other", "Adder$Late", "java."};

  private static final String CHANGED = ": class changed: Adder$Sum";

  /** Of classes that are there when methods are installed. */
  private static final int METHODS = 3;

  @TempDir private static Path directory;
  private static Path loader;
  private static Path program;
  private static Path agent;
  private static Path image;
  @TempDir private Path scratch;

  @BeforeAll
  static void buildImage() throws IOException {
    ImageKit kit = new ImageKit(directory);
    loader = kit.loaderJar();
    program = kit.programJar("program.jar", source("Adder"), source("Meddler"));
    agent = kit.agentJar("agent.jar", "Meddler", source("Meddler"));
    kit.jdkType("java/lang/Object")
        .method("Adder$Sum", "of", "(II)I")
        .method("Adder$Other", "of", "(II)I")
        .method("Adder$Late", "of", "(II)I")
        .type("Adder$Later")
        .jdkType("java/lang/Runnable")
        .method("Adder$Tasks", "task", "(Z)Ljava/lang/Runnable;")
        .method("Adder$Tasks", "other", "()Ljava/lang/Runnable;")
        .jdkMethod("java/lang/Math", "ceilDiv", "(II)I");
    image = kit.image(List.of(loader, program));
  }

  private static String source(String name) throws IOException {
    return Files.readString(Path.of("src/test/programs", name + ".java"));
  }

  @Test
  void anAgentThatChangesOtherClassesDoesNoHarm() throws IOException {
    LoadReport report = run(agent("NoSuchClass"));

    assertEquals("7 12 3\n", report.run().out());
    assertEquals(List.of(LATE_WAITS), report.missing(PROGRAM));
    report.assertCounts(METHODS, 0);
  }

  @Test
  void aClassThatAnAgentTransformsIsSeen() throws IOException {
    LoadReport report = run(agent("Adder$Sum"));

    assertEquals("-1 0 3\n", report.run().out());
    assertEquals(List.of(LATE + CHANGED, OTHER + CHANGED, SUM + CHANGED), report.missing(PROGRAM));
    report.assertCounts(METHODS - 2, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"redefined", "retransformed"})
  void aClassThatWasChangedBeforeIsSeen(String how) throws IOException {
    LoadReport report = runAsInterpreted(agent("NoSuchClass"), how, "Adder$Sum");

    assertEquals("-1 0 3\n", report.run().out());
    assertEquals(List.of(LATE + CHANGED, OTHER + CHANGED, SUM + CHANGED), report.missing(PROGRAM));
    report.assertCounts(METHODS - 2, 3);
  }

  /** Of such classes the VM vouches for what it has put into the archive, but not for this. */
  @ParameterizedTest
  @ValueSource(strings = {"redefined", "retransformed"})
  void aClassOfTheArchiveThatWasChangedBeforeIsSeen(String how) throws IOException {
    LoadReport report = runAsInterpreted(agent("NoSuchClass"), how, "java.lang.Math");

    assertEquals("7 12 1\n", report.run().out());
    assertEquals(
        List.of(LATE_WAITS, CEIL_DIV + ": class changed: java.lang.Math"), report.missing(PROGRAM));
    // The loader's own code uses the class as well.
    assertEquals(
        report.number(Outcome.CLASS_CHANGED),
        report.report().rejected() - report.number(Outcome.ALREADY_COMPILED));
  }

  @Test
  void aClassThatIsChangedWhileAMethodWaitsIsSeen() throws IOException {
    LoadReport report = runAsInterpreted(agent("NoSuchClass"), "late", "1");

    assertEquals("7 12 3\n-2\n-2\n", report.run().out());
    assertEquals(
        List.of(
            LATE + CHANGED,
            OTHER + ": installed: invalidated: assumption broken or deoptimised",
            SUM + ": installed: invalidated: class redefined"),
        report.missing(PROGRAM));
    report.assertCounts(METHODS, 1);
  }

  /**
   * The VM uses the memory of old versions again that no code refers to: after some redefinitions a
   * class has its constants and methods where they were.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8})
  void aClassThatIsChangedAgainAndAgainIsSeen(int times) throws IOException {
    List<String> options = new ArrayList<>(agent("NoSuchClass"));
    options.add("-Dpreheat.exclude=" + SUM + "," + OTHER);
    LoadReport report = runAsInterpreted(options, "late", Integer.toString(times));

    assertEquals("7 12 3\n-2\n-2\n", report.run().out());
    assertEquals(
        List.of(LATE + CHANGED, OTHER + ": excluded: ", SUM + ": excluded: "),
        report.missing(PROGRAM));
    report.assertCounts(METHODS - 2, 3);
  }

  @Test
  void redefiningAClassInvalidates() throws IOException {
    LoadReport report = runAsInterpreted(agent("NoSuchClass"), "redefine");

    assertEquals("7 12 3\n-1 0\n", report.run().out());
    assertEquals(
        List.of(
            LATE_WAITS,
            OTHER + ": installed: invalidated: assumption broken or deoptimised",
            SUM + ": installed: invalidated: class redefined"),
        report.missing(PROGRAM));
    report.assertCounts(METHODS, 0);
  }

  /** Its call sites are linked anew, and code that is installed later knows these only. */
  @Test
  void aClassThatWasRedefinedAsWhatItIsKeepsItsMethods() throws IOException {
    LoadReport report = runAsInterpreted(agent("NoSuchClass"), "relinked");

    assertEquals("7 12 3\nfalse\n30\ntrue\n", report.run().out());
    assertEquals(List.of(), report.missing("Adder$Tasks.task"));
    report.assertCounts(METHODS + 1, 0);
  }

  @Test
  void aClassThatTheProgramDefinesAnewIsSeen() throws IOException {
    LoadReport report = run(List.of(), "define");

    assertEquals("-1 0 3\n", report.run().out());
    assertEquals(List.of(LATE + CHANGED, OTHER + CHANGED, SUM + CHANGED), report.missing(PROGRAM));
    report.assertCounts(METHODS - 2, 3);
  }

  @Test
  void aPatchedModuleIsSeen() throws IOException {
    Path patch = scratch.resolve("patch");
    Result written =
        ChildJvm.bare()
            .classPath(agent.toString())
            .run("Meddler", List.of("java/lang/Math", patch.toString()));
    assertEquals(0, written.exitCode(), written.toString());
    LoadReport report = run(List.of("--patch-module=java.base=" + patch));

    assertEquals(
        List.of(LATE_WAITS, CEIL_DIV + ": class changed: java.lang.Math"),
        report.missing(PROGRAM),
        report.run().toString());
  }

  @Test
  void nativeAgentsAreRefused() throws IOException {
    LoadReport report =
        run(List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=localhost:0"));

    assertEquals("7 12 3\n", report.run().out().replaceFirst("Listening.*\\n", ""));
    assertEquals(
        "preheat: image not used: JVM options: expected no native agent, found"
            + " -agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=localhost:0; start"
            + " without it: it may want events of the JVM that the image's code does not have\n",
        report.run().err());
  }

  private static List<String> agent(String meddled) {
    return List.of("-javaagent:" + agent + "=" + meddled);
  }

  /** Prints what the interpreter prints. */
  private LoadReport runAsInterpreted(List<String> options, String... arguments)
      throws IOException {
    LoadReport report = run(options, arguments);
    Result interpreted =
        ChildJvm.bare()
            .options(options)
            .options(List.of("-Xint", "-Dpreheat.mode=off"))
            .classPath(ImageKit.path(List.of(loader, program)))
            .run("Adder$Early", List.of(arguments));

    assertEquals(interpreted, report.run());
    return report;
  }

  private LoadReport run(List<String> options, String... arguments) throws IOException {
    Path report = scratch.resolve("report.json");
    Result result =
        ChildJvm.withOptions()
            .options(options)
            .option("-Dpreheat.image=" + image)
            .option("-Dpreheat.report=" + report)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(List.of(loader, program)))
            .run("Adder$Early", List.of(arguments));
    return LoadReport.of(result, report);
  }
}
