// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.ChildJvm.Result;
import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Interfaces of the program that have the names of others in the compiler's JVM, where a module
 * comes before the class path: what that one says of the classes that implement them is wrong.
 */
class NamesakesIT {

  private static final String LIMIT =
      "--limit-modules=java.base,jdk.internal.vm.ci,jdk.unsupported";

  @TempDir private Path directory;

  @Test
  void whatAnotherClassOfTheSameNameSaysIsInNoCode() throws IOException {
    ImageKit kit = new ImageKit(directory);
    Path loader = kit.loaderJar();
    Path program =
        kit.programJar(
            "program.jar",
            Files.readString(Path.of("src/test/namesakes/Namesakes.java")),
            """
            package org.graalvm.collections;
            public interface UnmodifiableMapCursor<K, V> extends java.util.EventListener {
              boolean advance();
              K getKey();
              V getValue();
            }
            """);
    Path more = kit.classJar("more.jar", "javax/sql/RowSetListener", rowSetListener());
    List<Path> classPath = List.of(loader, program, more);
    Path image =
        kit.type("Cursor")
            .type("Row")
            .type("org/graalvm/collections/UnmodifiableMapCursor")
            .type("javax/sql/RowSetListener")
            .jdkType("java/util/EventListener")
            .jdkType("java/lang/Class")
            .method("Namesakes", "cursor", "()Z")
            .method("Namesakes", "row", "()Z")
            .method("Namesakes", "independent", "(I)I")
            .image(classPath);

    Path report = directory.resolve("report.json");
    Result result =
        ChildJvm.withOptions()
            .option(LIMIT)
            .option("-Dpreheat.image=" + image)
            .option("-Dpreheat.report=" + report)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(classPath))
            .run("Namesakes$Early", List.of());
    Result interpreted =
        ChildJvm.bare()
            .options(List.of(LIMIT, "-Xint"))
            .classPath(ImageKit.path(classPath))
            .run("Namesakes", List.of());

    assertEquals("true false 8\n", interpreted.out());
    assertEquals(interpreted, result);
    LoadReport.of(result, report).assertCounts(3, 0);
  }

  /** The same methods as the JDK's; no compiler would write it. */
  private static byte[] rowSetListener() {
    MethodTypeDesc type =
        MethodTypeDesc.of(ConstantDescs.CD_void, ClassDesc.of("javax.sql.RowSetEvent"));
    return ClassFile.of()
        .build(
            ClassDesc.of("javax.sql.RowSetListener"),
            builder -> {
              builder.withFlags(
                  ClassFile.ACC_PUBLIC | ClassFile.ACC_INTERFACE | ClassFile.ACC_ABSTRACT);
              for (String name : List.of("rowSetChanged", "rowChanged", "cursorMoved")) {
                builder.withMethod(
                    name, type, ClassFile.ACC_PUBLIC | ClassFile.ACC_ABSTRACT, method -> {});
              }
            });
  }
}
