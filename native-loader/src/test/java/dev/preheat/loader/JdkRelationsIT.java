// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.ChildJvm.Result;
import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.Interfaces;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the compiler finds out about classes of the JDK is the same in every JVM of the same build,
 * but not where a module is patched.
 */
class JdkRelationsIT {

  private static final int METHODS = 8;

  @TempDir private static Path directory;
  private static Path loader;
  private static Path program;
  private static Path image;
  @TempDir private Path scratch;

  @BeforeAll
  static void buildImage() throws IOException {
    ImageKit kit = new ImageKit(directory);
    loader = kit.loaderJar();
    program =
        kit.programJar(
            "program.jar", Files.readString(Path.of("src/test/programs/JdkRelations.java")));
    image =
        kit.type("Holder")
            .jdkType("java/lang/Class")
            .jdkType("java/lang/String")
            .jdkType("java/lang/ClassCastException")
            .jdkType("java/util/EventListener")
            .jdkType("java/util/Objects")
            .jdkType("java/util/StringJoiner")
            .method("JdkRelations", "assignable", "()Z")
            .method("JdkRelations", "inlined", "()Z")
            .method("JdkRelations", "throughJdk", "()Z")
            .method("JdkRelations", "array", "()Z")
            .method("JdkRelations", "field", "(LHolder;)Z")
            .method("JdkRelations", "returned", "()Z")
            .method("JdkRelations", "cast", "(Ljava/lang/Object;)Ljava/lang/String;")
            .method("JdkRelations", "independent", "(I)I")
            .image(List.of(loader, program));
  }

  @Test
  void theSameClassesAreTheSame() throws IOException {
    LoadReport report = run(List.of());

    assertEquals("false false false false\nfalse false no cast\n8\n", report.run().out());
    report.assertCounts(METHODS, 0);
  }

  @Test
  void aPatchedClassTakesOutWhatItsShapeDecided() throws IOException {
    LoadReport report = run(List.of("--patch-module=java.base=" + patch()));

    assertEquals("true true true true\ntrue true cast\n8\n", report.run().out());
    assertEquals(
        Stream.of(
                "array()Z",
                "assignable()Z",
                "cast(Ljava/lang/Object;)Ljava/lang/String;",
                "field(LHolder;)Z",
                "inlined()Z",
                "returned()Z",
                "throughJdk()Z")
            .map(method -> "JdkRelations." + method + ": class changed: java.util.StringJoiner")
            .toList(),
        report.missing("JdkRelations"));
    report.assertCounts(1, METHODS - 1);
  }

  /** A joiner that is a listener, too. */
  private Path patch() throws IOException {
    String name = "java/util/StringJoiner.class";
    Path file = scratch.resolve("patch").resolve(name);
    Files.createDirectories(file.getParent());
    ClassFile classes = ClassFile.of();
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name)) {
      Files.write(
          file,
          classes.transformClass(
              classes.parse(in.readAllBytes()),
              ClassTransform.dropping(Interfaces.class::isInstance)
                  .andThen(
                      ClassTransform.endHandler(
                          type ->
                              type.withInterfaceSymbols(
                                  ClassDesc.of("java.util.EventListener"))))));
    }
    return scratch.resolve("patch");
  }

  private LoadReport run(List<String> options) throws IOException {
    Path report = scratch.resolve("report.json");
    Result result =
        ChildJvm.withOptions()
            .options(options)
            .option("-Dpreheat.image=" + image)
            .option("-Dpreheat.report=" + report)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(List.of(loader, program)))
            .run("JdkRelations$Early", List.of());
    Result interpreted =
        ChildJvm.bare()
            .options(options)
            .option("-Xint")
            .classPath(program.toString())
            .run("JdkRelations", List.of());

    assertEquals(interpreted, result);
    return LoadReport.of(result, report);
  }
}
