// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.LoaderRole;
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

/** Classes that loaders of the program's own have defined get their methods, too. */
class OtherLoadersIT {

  private static final String[] PROGRAM = {"plugins.Plugins$Work", "plugins.Plugins$Helper"};
  private static final String SUM = "plugins.Plugins$Work.sum([I)I";
  private static final String TWICE = "plugins.Plugins$Helper.twice(I)I";
  private static final String IS_NODE = "plugins.Plugins$Work.isNode(Ljava/lang/Object;)Z";

  /** It names a class of the JDK that another loader may have, too. */
  private static final String NODE_NOT_INSTALLED =
      IS_NODE + ": class not loaded: plugins.Plugins$Work";

  /** It relies on one that implements such a class. */
  private static final String LISTENER_NOT_INSTALLED =
      "plugins.Plugins$Work.isListener()Z: class not loaded: plugins.Plugins$Work";

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
        .jdkType("java/lang/Class")
        .jdkType("java/util/EventListener")
        .jdkType("org/w3c/dom/UserDataHandler")
        .type("plugins/Plugins$Handler")
        .method("plugins/Plugins$Work", "isListener", "()Z")
        .method("plugins/Plugins$Helper", "twice", "(I)I")
        .type("plugins/Plugins$Alone")
        // Runs less often, so that it comes last.
        .invocations(new ClassId(LoaderRole.APP, "plugins/Plugins$Alone"), "half", "(I)I", 100)
        .jdkType("java/util/Date")
        .platformMethod("java/sql/Timestamp", "compareTo", "(Ljava/sql/Timestamp;)I");
    image = kit.image(List.of(loader, program));
  }

  private static String source(int factor) throws IOException {
    return Files.readString(Path.of("src/test/programs/Plugins.java"))
        .replace("/* FACTOR */ 1", Integer.toString(factor));
  }

  @Test
  void theContextLoadersClassesGetTheirMethods() throws IOException {
    assertInstalled(run(jvm(), "one"));
  }

  @Test
  void eachLoaderHasItsOwn() throws IOException {
    LoadReport report = run(jvm(), "two");

    assertEquals("12 false\n12 false 13 false 13 false\n", report.run().out());
    assertEquals(List.of(LISTENER_NOT_INSTALLED, NODE_NOT_INSTALLED), report.missing(PROGRAM));
    report.assertCounts(2, 0);
  }

  @Test
  void aClassOfAnotherContentKeepsItsBehaviour() throws IOException {
    Path changed = new ImageKit(scratch).programJar("changed.jar", source(3));
    LoadReport report = run(jvm(), "changed", changed.toString());

    assertEquals("12 false\n18 false\n", report.run().out());
    assertEquals(List.of(LISTENER_NOT_INSTALLED, NODE_NOT_INSTALLED), report.missing(PROGRAM));
    report.assertCounts(2, 0);
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

  private static void assertInstalled(LoadReport report) {
    assertEquals("12 false\n", report.run().out(), report.run().err());
    assertEquals(List.of(LISTENER_NOT_INSTALLED, NODE_NOT_INSTALLED), report.missing(PROGRAM));
    report.assertCounts(2, 0);
  }

  @Test
  void aLoaderThatIsDiscardedIsCollected() throws IOException {
    LoadReport report = run(jvm(), "discard");

    assertEquals("12 false\n".repeat(5) + "all gone\n", report.run().out());
    assertEquals(
        List.of(
            TWICE + ": installed: invalidated: class unloaded with its loader",
            LISTENER_NOT_INSTALLED,
            NODE_NOT_INSTALLED,
            SUM + ": installed: invalidated: class unloaded with its loader"),
        report.missing(PROGRAM));
    report.assertCounts(2, 0);
  }

  @Test
  void anAgentFindsLoadersThatNoThreadHas() throws IOException {
    LoadReport report =
        run(
            ChildJvm.bare()
                .options(ChildJvm.loaderOptions())
                .option("-javaagent:" + loader + "=" + image)
                .classPath(program.toString()),
            "plugins.Plugins",
            List.of("hidden"));

    assertEquals("12 false\n", report.run().out());
    assertEquals(List.of(LISTENER_NOT_INSTALLED, NODE_NOT_INSTALLED), report.missing(PROGRAM));
    report.assertCounts(2, 0);
  }

  /** What the names mean to one loader is not what they mean to the other. */
  @Test
  void aMethodWhoseClassesAreOfTwoLoadersIsLeftOut() throws IOException {
    LoadReport report = run(jvm(), "split");

    assertEquals(interpreted("split"), report.run());
    assertEquals(
        List.of(
            LISTENER_NOT_INSTALLED,
            NODE_NOT_INSTALLED,
            SUM + ": class not loaded: plugins.Plugins$Helper"),
        report.missing("plugins."));
    report.assertCounts(2, 0);
  }

  @Test
  void classesOfThePlatformLoaderGetTheirMethods() throws IOException {
    LoadReport report = run(jvm(), "platform");

    assertEquals(interpreted("platform"), report.run());
    assertEquals(List.of(), report.missing("java.sql."));
    report.assertCounts(1, 0);
  }

  private static Result interpreted(String what) throws IOException {
    return ChildJvm.bare()
        .option("-Xint")
        .classPath(program.toString())
        .run("plugins.Plugins", List.of(program.toString(), what));
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

  private LoadReport run(ChildJvm jvm, String... arguments) throws IOException {
    return run(jvm, Main.class.getName(), List.of(arguments));
  }

  private LoadReport run(ChildJvm jvm, String main, List<String> arguments) throws IOException {
    Path report = scratch.resolve("report.json");
    List<String> all = new ArrayList<>();
    if (main.equals(Main.class.getName())) {
      all.add("plugins.Plugins");
    }
    all.add(program.toString());
    all.addAll(arguments);
    Result result = jvm.option("-Dpreheat.report=" + report).run(main, all);
    return LoadReport.of(result, report);
  }
}
