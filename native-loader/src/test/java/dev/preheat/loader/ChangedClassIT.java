// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.ChildJvm.Result;
import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Interfaces;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Superclass;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is another about a class takes out what relies on it and nothing else. The changes are
 * of one thing at a time, so that nothing but this can tell the classes apart: the constant pool
 * stays as it is.
 */
class ChangedClassIT {

  private static final String RELYING = "Relying.relying(LHelper;Ljava/lang/RuntimeException;)I";

  @TempDir private static Path directory;
  private static Path loader;
  private static Path program;
  private static Path image;
  @TempDir private Path scratch;

  /**
   * What is another about the class. All but the order of fields, which is the VM's business only,
   * shows in what the program prints.
   */
  private enum Change {
    SUPERCLASS(
        "2163582",
        helper ->
            replacing(Superclass.class, builder -> builder.withSuperclass(ClassDesc.of("Second")))),
    INTERFACES("1263582", helper -> replacing(Interfaces.class, builder -> {})),
    FINAL("1173582", helper -> replacing(AccessFlags.class, builder -> builder.withFlags(0))),
    FIELD_ORDER(
        "1163582",
        helper -> {
          List<FieldModel> fields = helper.fields().reversed();
          return ClassTransform.dropping(FieldModel.class::isInstance)
              .andThen(ClassTransform.endHandler(builder -> fields.forEach(builder::with)));
        }),
    CONSTANT("1163982", helper -> constants(9, 5)),
    EXCEPTION_TABLE(
        "zero",
        helper ->
            ClassTransform.transformingMethodBodies(
                method -> method.methodName().equalsString("guarded"),
                (builder, element) -> {
                  if (element instanceof ExceptionCatch handler) {
                    builder.exceptionCatch(
                        handler.tryStart(),
                        handler.tryEnd(),
                        handler.handler(),
                        ClassDesc.of("java.lang.IllegalStateException"));
                  } else {
                    builder.with(element);
                  }
                })),
    METHOD_FLAG(
        "1163581",
        helper ->
            ClassTransform.transformingMethods(
                method -> method.methodName().equalsString("isLocked"),
                (builder, element) -> {
                  if (element instanceof AccessFlags flags) {
                    builder.withFlags(flags.flagsMask() | ClassFile.ACC_SYNCHRONIZED);
                  } else {
                    builder.with(element);
                  }
                }));

    private final String printed;

    @SuppressWarnings("ImmutableEnumChecker") // no lambda above has anything that can change
    private final Function<ClassModel, ClassTransform> transform;

    Change(String printed, Function<ClassModel, ClassTransform> transform) {
      this.printed = printed;
      this.transform = transform;
    }
  }

  @BeforeAll
  static void buildImage() throws IOException {
    ImageKit kit = new ImageKit(directory);
    loader = kit.loaderJar();
    program =
        kit.programJar("program.jar", Files.readString(Path.of("src/test/programs/Relying.java")));
    // What no Java source can say: a constant that its users do not know, no constructor, and a
    // final class that has a subclass.
    transform(
        program,
        helper ->
            ClassTransform.dropping(ChangedClassIT::isConstructor)
                .andThen(constants(5, 9))
                .andThen(
                    replacing(
                        AccessFlags.class, builder -> builder.withFlags(ClassFile.ACC_FINAL))));
    kit.jdkType("java/lang/Object")
        .jdkType("java/lang/ArithmeticException")
        .jdkType("java/lang/RuntimeException")
        .jdkType("java/lang/Thread")
        .type("First")
        .type("Marking")
        .type("Helper")
        .method("Relying", "relying", "(LHelper;Ljava/lang/RuntimeException;)I")
        .method("Relying", "independent", "(I)I");
    image = kit.image(List.of(loader, program));
  }

  @Test
  void theSameClassIsTheSame() throws IOException {
    LoadReport report = run(program);

    assertEquals("1163582\n8\n", report.run().out());
    assertEquals(List.of(), report.missing("Relying"));
    report.assertCounts(2, 0);
  }

  @ParameterizedTest
  @EnumSource
  void aChangedClassTakesOutWhatReliesOnIt(Change change) throws IOException {
    Path changed = Files.copy(program, scratch.resolve("program.jar"));
    int constants = transform(changed, change.transform);
    LoadReport report = run(changed);

    assertEquals(0, constants, "another constant pool");
    assertEquals(change.printed + "\n8\n", report.run().out());
    assertEquals(List.of(RELYING + ": class changed: Helper"), report.missing("Relying"));
    report.assertCounts(1, 1);
  }

  private LoadReport run(Path jar) throws IOException {
    Path report = scratch.resolve("report.json");
    Result result =
        ChildJvm.withOptions()
            .option("-Dpreheat.image=" + image)
            .option("-Dpreheat.report=" + report)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(List.of(loader, jar)))
            .run("Relying$Early", List.of());
    Result interpreted =
        ChildJvm.bare().option("-Xint").classPath(jar.toString()).run("Relying", List.of());

    assertEquals(interpreted, result);
    return LoadReport.of(result, report);
  }

  /**
   * Changes the class in a jar.
   *
   * @return by how much its constant pool has grown
   */
  private static int transform(Path jar, Function<ClassModel, ClassTransform> change)
      throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      Path file = files.getPath("Helper.class");
      ClassFile classes = ClassFile.of();
      ClassModel old = classes.parse(Files.readAllBytes(file));
      byte[] changed = classes.transformClass(old, change.apply(old));
      Files.write(file, changed);
      return classes.parse(changed).constantPool().size() - old.constantPool().size();
    }
  }

  private static boolean isConstructor(ClassElement element) {
    return element instanceof MethodModel method && method.methodName().equalsString("<init>");
  }

  private static ClassTransform replacing(
      Class<? extends ClassElement> kind, Consumer<ClassBuilder> replacement) {
    return (builder, element) -> {
      if (kind.isInstance(element)) {
        replacement.accept(builder);
      } else {
        builder.with(element);
      }
    };
  }

  /** Values of the fields that are constants. */
  private static ClassTransform constants(int constant, int other) {
    return (builder, element) -> {
      if (element instanceof FieldModel field && field.flags().has(AccessFlag.STATIC)) {
        int value = field.fieldName().equalsString("constant") ? constant : other;
        builder.withField(
            field.fieldName(),
            field.fieldType(),
            each ->
                each.withFlags(ClassFile.ACC_STATIC | ClassFile.ACC_FINAL)
                    .with(ConstantValueAttribute.of(value)));
      } else {
        builder.with(element);
      }
    };
  }
}
