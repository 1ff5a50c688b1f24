// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the compiler finds out about classes, and is then nothing but a constant in the code: it
 * depends on these classes, too. A library is upgraded, and one class of it has changed.
 */
class RelationsIT {

  private static final int METHODS = 13;

  @TempDir private static Path directory;
  private static Path loader;
  private static Path program;
  private static Path image;
  @TempDir private Path scratch;

  /** What is another in the new library, and the methods that rely on it. */
  private enum Change {
    SUPERCLASS(
        "class Derived extends Base {}",
        "class Derived {}",
        "Derived",
        "false false false false\ntrue false false\nno cast false false\ntrue 8\n",
        """
        assignable()Z
        cast(Ljava/lang/Object;)Ljava/lang/String;
        depth()Z
        inlined()Z
        instance(Ljava/lang/Object;)Z
        parent()Z
        passedOn()Z
        """),
    INTERFACE(
        "final class Leaf {}",
        "final class Leaf implements Marker {}",
        "Leaf",
        "true true true true\ntrue false true\ncast true true\ntrue 8\n",
        """
        field(LLeafHolder;)Z
        kind()Z
        marked(LLeaf;)Z
        """),
    ABOVE_OF_NO_TRACE(
        "class Between extends Base {}",
        "class Between {}",
        "Between",
        "true true true true\ntrue false true\ncast false false\nfalse 8\n",
        "grandparent()Z\n");

    private final String original;
    private final String changed;
    private final String type;
    private final String printed;
    private final String methods;

    Change(String original, String changed, String type, String printed, String methods) {
      this.original = original;
      this.changed = changed;
      this.type = type;
      this.printed = printed;
      this.methods = methods;
    }

    private List<String> rejections() {
      return methods
          .lines()
          .map(method -> "Relations." + method + ": class changed: " + type)
          .toList();
    }
  }

  @BeforeAll
  static void buildImage() throws IOException {
    ImageKit kit = new ImageKit(directory);
    loader = kit.loaderJar();
    program = kit.programJar("program.jar", source());
    for (String type : List.of("Base", "Derived", "Below", "Marker", "Leaf", "LeafHolder")) {
      kit.type(type);
    }
    kit.jdkType("java/lang/Object")
        .jdkType("java/lang/Class")
        .jdkType("java/lang/String")
        .jdkType("java/lang/ClassLoader")
        .jdkType("java/lang/ClassCastException")
        .jdkType("java/lang/reflect/Modifier")
        .jdkType("jdk/internal/misc/VM")
        .method("Relations", "assignable", "()Z")
        .method("Relations", "inlined", "()Z")
        .method("Relations", "check", "(Ljava/lang/Class;)Z")
        .method("Relations", "depth", "()Z")
        .method("Relations", "parent", "()Z")
        .method("Relations", "instance", "(Ljava/lang/Object;)Z")
        .method("Relations", "kind", "()Z")
        .method("Relations", "passedOn", "()Z")
        .method("Relations", "cast", "(Ljava/lang/Object;)Ljava/lang/String;")
        .method("Relations", "marked", "(LLeaf;)Z")
        .method("Relations", "field", "(LLeafHolder;)Z")
        .method("Relations", "grandparent", "()Z")
        .method("Relations", "independent", "(I)I");
    image = kit.image(List.of(loader, program));
  }

  private static String source() throws IOException {
    return Files.readString(Path.of("src/test/programs/Relations.java"));
  }

  @Test
  void theSameClassesAreTheSame() throws IOException {
    LoadReport report = run(program);

    assertEquals(
        "true true true true\ntrue false true\ncast false false\ntrue 8\n", report.run().out());
    assertEquals(List.of(), report.missing("Relations"));
    report.assertCounts(METHODS, 0);
  }

  @ParameterizedTest
  @EnumSource
  void aChangedClassTakesOutWhatItsShapeDecided(Change change) throws IOException {
    String source = source().replace(change.original, change.changed);
    LoadReport report = run(new ImageKit(scratch).programJar("changed.jar", source));

    assertEquals(change.printed, report.run().out());
    assertEquals(change.rejections(), report.missing("Relations"));
    report.assertCounts(METHODS - change.rejections().size(), change.rejections().size());
  }

  private LoadReport run(Path jar) throws IOException {
    Path report = scratch.resolve("report.json");
    Result result =
        ChildJvm.withOptions()
            .option("-Dpreheat.image=" + image)
            .option("-Dpreheat.report=" + report)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(List.of(loader, jar)))
            .run("Relations$Early", List.of());
    Result interpreted =
        ChildJvm.bare().option("-Xint").classPath(jar.toString()).run("Relations", List.of());

    assertEquals(interpreted, result);
    return LoadReport.of(result, report);
  }
}
