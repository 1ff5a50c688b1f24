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

/** Classes that loaders of the program's own have defined get their methods, too. */
class OtherLoadersTest {

  private static final String IS_NODE = "plugins.Plugins$Work.isNode(Ljava/lang/Object;)Z";

  /** It names a class of the JDK that another loader may have, too. */
  private static final String NODE_NOT_INSTALLED =
      IS_NODE + ": class not loaded plugins.Plugins$Work";

  @TempDir private static Path directory;
  private static Path loader;
  private static Path program;
  private static Path image;
  @TempDir private Path scratch;

  @BeforeAll
  static void buildImage() throws IOException {
    ImageKit kit = new ImageKit(directory);
    loader = kit.loaderJar();
    program = kit.programJar("program.jar", source(2));
    kit.jdkType("java/lang/Object")
        .jdkType("org/w3c/dom/Node")
        .method("plugins/Plugins$Work", "sum", "([I)I")
        .method("plugins/Plugins$Work", "isNode", "(Ljava/lang/Object;)Z")
        .method("plugins/Plugins$Helper", "twice", "(I)I");
    image = kit.image(List.of(loader, program));
  }

  private static String source(int factor) throws IOException {
    return Files.readString(Path.of("src/test/programs/Plugins.java"))
        .replace("FACTOR", Integer.toString(factor));
  }

  @Test
  void theContextLoadersClassesGetTheirMethods() throws IOException {
    assertInstalled(run(jvm(), "one"));
  }

  @Test
  void eachLoaderHasItsOwn() throws IOException {
    Outcome outcome = run(jvm(), "two");

    assertEquals("12 false\n12 false 13 false 13 false\n", outcome.run().out());
    assertEquals(List.of(NODE_NOT_INSTALLED), outcome.missing());
  }

  @Test
  void aClassOfAnotherContentKeepsItsBehaviour() throws IOException {
    Path changed = new ImageKit(scratch).programJar("changed.jar", source(3));
    Outcome outcome = run(jvm(), "changed", changed.toString());

    assertEquals("12 false\n18 false\n", outcome.run().out());
  }

  @Test
  void aModuleLayersClassesGetTheirMethods() throws IOException {
    assertInstalled(run(jvm(), "layer"));
  }

  @Test
  void springBootsClassesGetTheirMethods() throws IOException {
    assertInstalled(
        run(jvm("org.springframework.boot.loader.launch.LaunchedClassLoader"), "spring"));
  }

  @Test
  void webApplicationsOfTomcatGetTheirMethods() throws IOException {
    Path libraries = Files.createDirectories(scratch.resolve("WEB-INF/lib"));
    Files.copy(program, libraries.resolve("program.jar"));

    assertInstalled(
        run(
            jvm("org.apache.catalina.startup.Tomcat", "jakarta.annotation.PostConstruct"),
            "tomcat",
            scratch.toString()));
  }

  private static void assertInstalled(Outcome outcome) {
    assertEquals("12 false\n", outcome.run().out(), outcome.run().err());
    assertEquals(List.of(NODE_NOT_INSTALLED), outcome.missing());
  }

  @Test
  void aLoaderThatIsDiscardedIsCollected() throws IOException {
    Outcome outcome = run(jvm(), "discard");

    assertEquals("12 false\n".repeat(5) + "all gone\n", outcome.run().out());
  }

  @Test
  void anAgentFindsLoadersThatNoThreadHas() throws IOException {
    Outcome outcome =
        run(
            ChildJvm.bare()
                .options(ChildJvm.loaderOptions())
                .option("-javaagent:" + loader + "=" + image)
                .classPath(program.toString()),
            "plugins.Plugins",
            List.of("hidden"));

    assertEquals("12 false\n", outcome.run().out());
    assertEquals(List.of(NODE_NOT_INSTALLED), outcome.missing());
  }

  /** Runs the program; on its class path are the jars with some classes, too. */
  private static ChildJvm jvm(String... libraries) throws IOException {
    List<Path> classPath = new ArrayList<>(List.of(loader, program));
    for (String name : libraries) {
      try {
        classPath.add(ImageKit.location(Class.forName(name, false, Main.class.getClassLoader())));
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
    return ChildJvm.withOptions()
        .option("-Dpreheat.image=" + image)
        .classPath(ImageKit.path(classPath));
  }

  private Outcome run(ChildJvm jvm, String... arguments) throws IOException {
    return run(jvm, Main.class.getName(), List.of(arguments));
  }

  private Outcome run(ChildJvm jvm, String main, List<String> arguments) throws IOException {
    Path report = scratch.resolve("report.json");
    List<String> all = new ArrayList<>();
    if (main.equals(Main.class.getName())) {
      all.add("plugins.Plugins");
    }
    all.add(program.toString());
    all.addAll(arguments);
    Result result = jvm.option("-Dpreheat.report=" + report).run(main, all);
    return new Outcome(result, Files.exists(report) ? Files.readString(report) : "");
  }

  /** What a program printed, and what became of the image. */
  private record Outcome(Result run, String json) {

    private static final Pattern METHOD =
        Pattern.compile(
            "\"method\": \"(plugins.*)\",\\s*\"reason\": \"(.*)\",\\s*\"detail\": \"(.*)\"");

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
}
