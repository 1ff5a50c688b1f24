// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.it;

import static java.lang.constant.ConstantDescs.CD_void;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.testkit.Artifacts;
import dev.preheat.testkit.ChildJvm.Result;
import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * JVMs that lack something: what the compiler, JVMCI or Graal looks for by name has another one.
 * The user is told in one line which JVM it is and what it lacks.
 */
class UnknownVmErrorsIT {

  private static final String JVMCI = "jdk.internal.vm.ci";
  private static final String NONE = "Klass::_none";
  private static final String GRAAL = "jdk.graal.compiler";

  @TempDir private Path directory;

  /** What is not there: a field of the VM, which is asked for by another name, or of a class. */
  private enum Lack {
    FIELD_OF_THE_VM_FOR_JVMCI(
        JVMCI,
        "jdk/vm/ci/hotspot/HotSpotVMConfig",
        "Klass::_layout_helper",
        "does not tell JVMCI what it asks for: expected VM field not found in"
            + " HotSpotVMConfigStore["),
    FIELD_OF_THE_VM_FOR_GRAAL(
        GRAAL,
        "jdk/graal/compiler/hotspot/GraalHotSpotVMConfig",
        "Klass::_layout_helper",
        "does not tell Graal what it asks for: VM config values missing that should be present"
            + " in "),
    FIELD_OF_JVMCI(
        JVMCI,
        "jdk/vm/ci/hotspot/HotSpotCompiledCodeStream",
        "headChunk",
        "has another JVMCI than JDK 25: java.lang.NoSuchFieldException: "),
    FEATURE_OF_THE_PROCESSOR(
        JVMCI,
        "jdk/vm/ci/amd64/AMD64$CPUFeature",
        "GFNI",
        "has another JVMCI than JDK 25: java.lang.NoSuchFieldError: "),
    CACHE_OF_GRAAL(
        GRAAL,
        "jdk/graal/compiler/replacements/ReplacementsImpl",
        "snippetGraphs",
        "runs another Graal than Preheat was built for: it has no"
            + " jdk/graal/compiler/replacements/ReplacementsImpl.");

    private final String module;
    private final String type;
    private final String field;
    private final String told;

    Lack(String module, String type, String field, String told) {
      this.module = module;
      this.type = type;
      this.field = field;
      this.told = told;
    }

    private boolean isOfTheVm() {
      return field.contains("::");
    }

    private ClassTransform change() {
      return isOfTheVm() ? asksFor(field, NONE) : without(field);
    }

    private String named() {
      return isOfTheVm() ? NONE : field;
    }
  }

  private static ClassTransform asksFor(String name, String other) {
    return ClassTransform.transformingMethodBodies(
        (code, element) -> {
          if (element instanceof ConstantInstruction constant
              && name.equals(constant.constantValue())) {
            code.loadConstant(other);
          } else {
            code.with(element);
          }
        });
  }

  private static ClassTransform without(String field) {
    return ClassTransform.dropping(
        element -> element instanceof FieldModel model && model.fieldName().equalsString(field));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotThereIsNamed(Lack lack) throws IOException {
    String patch = patch(lack.module, lack.type, lack.change());

    assertTold(lack.told, lack.named(), run(patch));
  }

  /** A bug outside of a single method is not blamed on the JVM, and its stack is kept. */
  @ParameterizedTest
  @ValueSource(strings = {"java.lang.IllegalStateException", "java.lang.NoClassDefFoundError"})
  void aBugIsNoOtherJvm(String bug) throws IOException {
    String patch =
        patch(GRAAL, "jdk/graal/compiler/hotspot/HotSpotGraalRuntime", inMethod(ClassDesc.of(bug)));

    Result result = run(patch);

    assertEquals(1, result.exitCode(), result.toString());
    assertFalse(result.err().contains("error: "), result.toString());
    String stack = Files.readString(directory.resolve("program.so.failures.txt"));
    assertTrue(stack.contains(bug), stack);
    assertTrue(stack.contains("\tat "), stack);
  }

  private static ClassTransform inMethod(ClassDesc bug) {
    return ClassTransform.transformingMethodBodies(
        method -> method.methodName().equalsString("getHostBackend"),
        CodeTransform.ofStateful(
            () ->
                new CodeTransform() {
                  @Override
                  public void accept(CodeBuilder code, CodeElement element) {}

                  @Override
                  public void atEnd(CodeBuilder code) {
                    code.new_(bug)
                        .dup()
                        .invokespecial(bug, "<init>", MethodTypeDesc.of(CD_void))
                        .athrow();
                  }
                }));
  }

  private String patch(String module, String type, ClassTransform change) throws IOException {
    Path patch = directory.resolve("patch");
    Path file = patch.resolve(type + ".class");
    Files.createDirectories(file.getParent());
    ClassFile classes = ClassFile.of();
    Files.write(file, classes.transformClass(classes.parse(original(module, type)), change));
    return "--patch-module=" + module + "=" + patch;
  }

  private static byte[] original(String module, String type) throws IOException {
    if (module.equals(JVMCI)) {
      return Files.readAllBytes(Path.of(URI.create("jrt:/" + JVMCI + "/" + type + ".class")));
    }
    Path jar = Artifacts.graal().resolve("compiler.jar");
    try (var zip = new ZipFile(jar.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(type + ".class"))) {
      return in.readAllBytes();
    }
  }

  /** The VM has JVMCI as it is before the compiler can have it with notes. */
  @Test
  void jvmciThatIsThereAlready() throws IOException {
    assertTold(
        "does not let the compiler define jdk/vm/ci/hotspot/",
        "attempted duplicate",
        run("-XX:+EagerJVMCI", "-Djvmci.Compiler=null"));
  }

  private Result run(String... options) throws IOException {
    Path request = directory.resolve("request.properties");
    ImageKit kit = new ImageKit(directory);
    List<Path> classPath =
        List.of(
            kit.programJar("program.jar", "class App { static Object runs() { return null; } }"));
    kit.method("App", "runs", "()Ljava/lang/Object;").request(classPath).write(request);
    return ImageKit.runCompiler(List.of(options), classPath, request.toString());
  }

  private static void assertTold(String told, String named, Result result) {
    assertEquals(2, result.exitCode(), result.toString());
    List<String> lines =
        result.err().lines().filter(line -> !line.startsWith("WARNING: ")).toList();
    assertEquals(1, lines.size(), result.toString());
    String jvm =
        "error: %s %s (%s) "
            .formatted(
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"),
                System.getProperty("java.vm.vendor"));
    assertTrue(lines.get(0).startsWith(jvm + told), result.toString());
    assertTrue(lines.get(0).contains(named), result.toString());
    assertTrue(
        lines
            .get(0)
            .endsWith("; build the image with another update of JDK 25, or with a newer Preheat"),
        result.toString());
  }
}
