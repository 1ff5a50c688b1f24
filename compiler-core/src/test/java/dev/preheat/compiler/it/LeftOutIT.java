// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.LoaderRole;
import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why the compiler leaves out methods, in its report and in words. */
class LeftOutIT {

  private static final Pattern OMISSION =
      Pattern.compile(
          "\"method\": \"(.*)\",\\s*\"reason\": \\{\\s*\"id\": \"(.*)\",\\s*\"text\": \".*\"\\s*\\},"
              + "\\s*\"detail\": \"(.*)\"");

  private static final String PROGRAM =
      """
      public class App {
        static int number;
        static { number = 1; }
        static native void none();
        static int excluded() { return 1; }
        static int once() { return 1; }
        static int unknown(Unknown u) { return u.number(); }
        static int huge(int i) { HUGE return i; }
        interface Unknown { int number(); }
      }
      """;

  /**
   * Numbers that could be an address and the offset of a call site. Of the abstract class, the
   * compiler's JVM has loaded an implementation that the program has not: to verify this class.
   */
  private static final String DIFFICULT =
      """
      public class App {
        static String noText() { return "\\ud800"; }
        static long address() { return 0x7f12_3456_7890L; }
        static long offset() { return 0x5052_4548_0000_0001L; }
        static int area(Shape shape) { return shape.area(); }
        static boolean isShape(Object object) { return object instanceof Shape; }
        static int fine() { return 1; }
        static void unused() { area(new Square()); }
        abstract static class Shape { abstract int area(); }
        static class Square extends Shape { int area() { return 2; } }
      }
      """;

  @TempDir private Path directory;

  @Test
  void everyReasonOfTheSelectionIsReported() throws IOException {
    String huge = "i = i * 31 + 17; i ^= i >>> 3; ".repeat(800);
    ImageKit kit = new ImageKit(directory);
    Path program = kit.programJar("program.jar", PROGRAM.replace("HUGE", huge));
    ClassId app = new ClassId(LoaderRole.APP, "App");
    kit.jdkType("java/lang/Object")
        .method("App", "excluded", "()I")
        .method("App", "none", "()V")
        .method("App", "nothing", "()V")
        .method("App", "huge", "(I)I")
        .invocations(app, "<clinit>", "()V", 4)
        .method("App", "once", "()I")
        .invocations(app, "unknown", "(LApp$Unknown;)I", 1)
        .method("Nobody", "f", "()V")
        .invocations(new ClassId(LoaderRole.OTHER, "Plugin"), "f", "()V", 9)
        .invocations(new ClassId(LoaderRole.APP, "App$$Lambda/0x1"), "f", "()V", 9)
        .invocations(new ClassId(LoaderRole.BOOT, "jdk/vm/ci/meta/JavaKind"), "f", "()V", 9)
        .invocations(
            new ClassId(LoaderRole.BOOT, "java/lang/invoke/DirectMethodHandle$Holder"),
            "invokeStatic",
            "(Ljava/lang/Object;)V",
            9)
        .jdkMethod("java/lang/Math", "floorMod", "(II)I")
        .jdkMethod("java/lang/Math", "floorDiv", "(II)I");

    String printed = kit.compile(List.of(program), List.of("java.lang.M**"), 2);

    TreeMap<String, String> expected = new TreeMap<>();
    expected.put("App.<clinit>()V", "CLASS_INITIALIZER");
    expected.put("App.huge(I)I", "TOO_LARGE");
    expected.put("App.none()V", "NO_BYTECODE");
    expected.put("App.nothing()V", "METHOD_MISSING");
    expected.put("App.unknown(LApp$Unknown;)I", "TOO_FEW_RUNS");
    expected.put("App$$Lambda.0x1.f()V", "HIDDEN_CLASS");
    expected.put("Nobody.f()V", "CLASS_MISSING");
    expected.put("Plugin.f()V", "OTHER_LOADER");
    expected.put("jdk.vm.ci.meta.JavaKind.f()V", "COMPILER_CLASS");
    expected.put(
        "java.lang.invoke.DirectMethodHandle$Holder.invokeStatic(Ljava/lang/Object;)V",
        "REWRITTEN_BY_THE_VM");
    expected.put("java.lang.Math.floorMod(II)I", "NOT_INCLUDED");
    expected.put("java.lang.Math.floorDiv(II)I", "NOT_INCLUDED");
    assertEquals(expected, reasons());

    assertEquals(
        List.of(
            "  left out      1: class initialiser with no long loop, runs once",
            "  left out      1: class not found on the class path",
            "  left out      1: class rewritten by the VM's own archive",
            "  left out      1: defined by a class loader of the program",
            "  left out      1: method not found in its class",
            "  left out      1: native or abstract",
            "  left out      1: of JVMCI itself",
            "  left out      1: of a class generated at run time",
            "  left out      1: ran less often than configured",
            "  left out      1: too large for the code cache's limit",
            "  left out      2: not included by configuration"),
        leftOut(printed));
  }

  /** What the compiler tried, and why it cannot be in an image. */
  @Test
  void everyReasonOfTheCompilerIsReported() throws IOException {
    ImageKit kit = new ImageKit(directory);
    Path program = kit.programJar("program.jar", DIFFICULT);
    try (FileSystem jar = FileSystems.newFileSystem(program)) {
      Files.write(jar.getPath("Unstructured.class"), unstructured());
    }
    kit.jdkType("java/lang/Object")
        .jdkType("java/lang/String")
        .type("App$Shape")
        .method("App", "noText", "()Ljava/lang/String;")
        .method("App", "address", "()J")
        .method("App", "offset", "()J")
        .method("App", "area", "(LApp$Shape;)I")
        .method("App", "isShape", "(Ljava/lang/Object;)Z")
        .method("Unstructured", "lock", "(Ljava/lang/Object;)V")
        .method("App", "fine", "()I");

    String printed = kit.compile(List.of(program), List.of(), 2);

    TreeMap<String, String> expected = new TreeMap<>();
    expected.put(
        "App.noText()Ljava/lang/String;", "OBJECT_CONSTANT string that is no Unicode text");
    expected.put("App.address()J", "UNKNOWN_ADDRESS address in the code");
    expected.put("App.offset()J", "UNKNOWN_ADDRESS offset of a call site in the code");
    expected.put("App.area(LApp$Shape;)I", "UNKNOWN_METHOD call, frame or assumption");
    expected.put("App.isShape(Ljava/lang/Object;)Z", "UNKNOWN_CLASS subtype");
    expected.put(
        "Unstructured.lock(Ljava/lang/Object;)V",
        "BAILOUT Unstructured locking: too few monitorexits exiting frame");
    assertEquals(expected, reasons());

    assertEquals(
        List.of(
            "  left out      1: not supported by Graal",
            "  left out      1: refers to a class that was not traced",
            "  left out      1: refers to a method that has no name",
            "  left out      1: refers to an object that has no name",
            "  left out      2: refers to an address of the VM that has no name"),
        leftOut(printed));
  }

  /** A method that does not leave the monitor that it enters, which no Java compiler writes. */
  private static byte[] unstructured() {
    return ClassFile.of()
        .build(
            ClassDesc.of("Unstructured"),
            type ->
                type.withMethodBody(
                    "lock",
                    MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object),
                    ClassFile.ACC_STATIC,
                    code -> code.aload(0).monitorenter().return_()));
  }

  private SortedMap<String, String> reasons() throws IOException {
    TreeMap<String, String> reasons = new TreeMap<>();
    OMISSION
        .matcher(Files.readString(directory.resolve("image.json")))
        .results()
        .forEach(each -> reasons.put(each.group(1), (each.group(2) + " " + each.group(3)).strip()));
    return reasons;
  }

  private static List<String> leftOut(String printed) {
    return printed.lines().filter(line -> line.startsWith("  left out")).sorted().toList();
  }
}
