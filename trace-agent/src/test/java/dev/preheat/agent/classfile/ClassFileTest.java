// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.classfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.trace.SymbolicReference;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with what Byte Buddy's ASM reads. */
class ClassFileTest {
  @ParameterizedTest
  @ValueSource(strings = {"java/util", "java/lang/invoke", "java/time/format", "sun/security/x509"})
  void readsTheJdkAsAsmDoes(String packageName) throws IOException {
    int methods = 0;
    Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    List<Path> files;
    try (Stream<Path> walk = Files.list(root.resolve(packageName))) {
      files = walk.filter(file -> file.toString().endsWith(".class")).toList();
    }
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      ClassFile classFile = ClassFile.read(bytes);
      for (AsmMethod method : AsmMethod.read(bytes)) {
        Code code = classFile.code(method.name(), method.descriptor());
        if (!method.hasCode()) {
          assertNull(code, file + " " + method.name());
          continue;
        }
        methods++;
        assertEquals(
            method.starts(), Arrays.stream(code.instructions()).boxed().toList(), file.toString());
        assertEquals(method.references(), code.references(), file.toString());
        assertTrue(code.length() > code.instructions()[code.instructions().length - 1]);
      }
    }
    assertTrue(methods > 100, "only " + methods + " methods in " + packageName);
  }

  @Test
  void namesWhatInstructionsName() throws IOException {
    ClassFile classFile = ClassFile.read(bytes(Sample.class));

    assertEquals(
        List.of(
            new SymbolicReference.ClassReference("java/lang/String"),
            new SymbolicReference.MethodReference(
                "java/lang/String", "valueOf", "(I)Ljava/lang/String;"),
            new SymbolicReference.FieldReference(
                Sample.class.getName().replace('.', '/'), "field", "Ljava/lang/String;")),
        classFile.code("set", "(I)Ljava/lang/Class;").references());
  }

  /**
   * The last instruction of a method is not followed by another: its length is in the file only.
   */
  @Test
  void knowsHowLongTheBytecodeIs() throws IOException {
    Code code = ClassFile.read(bytes(Sample.class)).code("set", "(I)Ljava/lang/Class;");

    assertArrayEquals(new int[] {0, 2, 3, 4, 5, 8, 11, 12}, code.instructions());
    assertEquals(13, code.length());
  }

  @Test
  void takesVersionsThatCameLater() throws IOException {
    byte[] later = bytes(Sample.class);
    later[6] = 1;

    assertNotNull(ClassFile.read(later).code("set", "(I)Ljava/lang/Class;"));
  }

  @Test
  void knowsWhatCallSitesRun() throws IOException {
    ClassFile classFile = ClassFile.read(bytes(Sample.class));

    List<String> names =
        classFile.code("call", "(Ljava/util/List;)V").handles().stream()
            .map(handle -> handle.holder() + "." + handle.name())
            .toList();

    assertEquals(2, names.stream().filter(name -> name.endsWith(".metafactory")).count());
    assertTrue(names.contains("java/lang/String.trim"), names.toString());
    assertTrue(names.stream().anyMatch(name -> name.contains(".lambda$call$")), names.toString());
    assertEquals(List.of(), classFile.code("set", "(I)Ljava/lang/Class;").handles());
  }

  @Test
  void aMethodThatIsNotThereHasNoCode() throws IOException {
    ClassFile classFile = ClassFile.read(bytes(Sample.class));

    assertNull(classFile.code("set", "(J)Ljava/lang/Class;"));
    assertNull(classFile.code("missing", "()V"));
  }

  @Test
  void refusesWhatIsCutOff() throws IOException {
    byte[] bytes = bytes(Sample.class);

    for (int length = 0; length < bytes.length / 2; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(IllegalArgumentException.class, () -> ClassFile.read(cut));
    }
  }

  @Test
  void refusesOtherFiles() {
    assertThrows(IllegalArgumentException.class, () -> ClassFile.read(new byte[100]));
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    String name = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream input = type.getResourceAsStream(name)) {
      return input.readAllBytes();
    }
  }

  static final class Sample {
    String field = "";

    void call(List<String> values) {
      values.replaceAll(String::trim);
      values.forEach(value -> field = value);
    }

    Class<?> set(int value) {
      Class<?> type = String.class;
      field = String.valueOf(value);
      return type;
    }
  }
}
