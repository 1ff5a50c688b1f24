package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.loader.ChildJvm.Result;
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

/** Classes that are not what their files say take out what depends on them, and nothing else. */
class ClassIdentityTest {

  private static final String SUM = "Adder$Sum.of(II)I";
  private static final String OTHER = "Adder$Other.of(II)I";
  private static final String FLOOR_MOD = "java.lang.Math.floorMod(II)I";

  private static final String CHANGED = ": class changed Adder$Sum";

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
        .jdkMethod("java/lang/Math", "floorMod", "(II)I");
    image = kit.image(List.of(loader, program));
  }

  private static String source(String name) throws IOException {
    return Files.readString(Path.of("src/test/programs", name + ".java"));
  }

  @Test
  void anAgentThatChangesOtherClassesDoesNoHarm() throws IOException {
    Outcome outcome = run(agent("NoSuchClass"));

    assertEquals("7 12 2\n", outcome.run().out());
    assertEquals(List.of(), outcome.missing());
  }

  @Test
  void aClassThatAnAgentTransformsIsSeen() throws IOException {
    Outcome outcome = run(agent("Adder$Sum"));

    assertEquals("-1 0 2\n", outcome.run().out());
    assertEquals(List.of(OTHER + CHANGED, SUM + CHANGED), outcome.missing());
  }

  @Test
  void aClassThatWasRedefinedBeforeIsSeen() throws IOException {
    Outcome outcome = run(agent("NoSuchClass"), "early");

    assertEquals("-1 0 2\n", outcome.run().out());
    assertEquals(List.of(OTHER + CHANGED, SUM + CHANGED), outcome.missing());
  }

  @Test
  void redefiningAClassInvalidates() throws IOException {
    Outcome outcome = run(agent("NoSuchClass"), "redefine");

    assertEquals("7 12 2\n-1 0\n", outcome.run().out());
    assertEquals(
        List.of(
            OTHER + ": installed invalidated: assumption broken or deoptimised",
            SUM + ": installed invalidated: class redefined"),
        outcome.missing());
  }

  @Test
  void aClassThatTheProgramDefinesAnewIsSeen() throws IOException {
    Outcome outcome = run(List.of(), "define");

    assertEquals("-1 0 2\n", outcome.run().out());
    assertEquals(List.of(OTHER + CHANGED, SUM + CHANGED), outcome.missing());
  }

  @Test
  void aPatchedModuleIsSeen() throws IOException {
    Path patch = scratch.resolve("patch");
    Result written =
        ChildJvm.bare()
            .classPath(agent.toString())
            .run("Meddler", List.of("java/lang/Math", patch.toString()));
    assertEquals(0, written.exitCode(), written.toString());
    Outcome outcome = run(List.of("--patch-module=java.base=" + patch));

    assertEquals(
        List.of(FLOOR_MOD + ": class changed java.lang.Math"),
        outcome.missing(),
        outcome.run().toString());
  }

  @Test
  void nativeAgentsAreRefused() throws IOException {
    Outcome outcome =
        run(List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=localhost:0"));

    assertEquals("7 12 2\n", outcome.run().out().replaceFirst("Listening.*\\n", ""));
    assertEquals(
        "preheat: image not used: JVM options: expected no native agent, found"
            + " -agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=localhost:0; start"
            + " without it: it may want events of the JVM that the image's code does not have\n",
        outcome.run().err());
  }

  private static List<String> agent(String meddled) {
    return List.of("-javaagent:" + agent + "=" + meddled);
  }

  /** What a program printed, and what became of the image. */
  private record Outcome(Result run, String json) {

    private static final Pattern METHOD =
        Pattern.compile(
            "\"method\": \"((?:Adder|java\\.).*)\",\\s*\"reason\": \"(.*)\",\\s*\"detail\": \"(.*)\"");

    /** Methods that are not installed, or no longer valid; sorted. */
    List<String> missing() {
      List<String> missing = new ArrayList<>();
      Matcher matcher = METHOD.matcher(json);
      while (matcher.find()) {
        missing.add(matcher.group(1) + ": " + (matcher.group(2) + " " + matcher.group(3)).strip());
      }
      return missing.stream().sorted().toList();
    }
  }

  private Outcome run(List<String> options, String... arguments) throws IOException {
    Path report = scratch.resolve("report.json");
    Result result =
        ChildJvm.withOptions()
            .options(options)
            .option("-Dpreheat.image=" + image)
            .option("-Dpreheat.report=" + report)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(List.of(loader, program)))
            .run("Adder$Early", List.of(arguments));
    return new Outcome(result, Files.exists(report) ? Files.readString(report) : "");
  }
}
