// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class JvmOptionsTest {

  private static final Path CLASSES = Path.of("target", "classes");

  /** javac does not notice a missing export; the compiler's process would fail method by method. */
  @Test
  void everyPackageThatIsUsedIsExported() throws IOException {
    Set<String> used = usedPackages();
    assertFalse(used.isEmpty());
    Set<String> missing = new TreeSet<>(used);
    missing.removeAll(exportedPackages());
    assertEquals(Set.of(), missing);
  }

  /**
   * Otherwise Graal gives up on a method after 300 s, or 30 s without progress: what is in the
   * image would depend on how busy the machine is.
   */
  @Test
  void noMethodIsGivenUpForTheTimeItTakes() throws IOException {
    assertTrue(options().contains("-Djdk.graal.CompilationExpirationPeriod=0"));
  }

  private static Set<String> exportedPackages() throws IOException {
    return options().stream()
        .filter(line -> line.startsWith("--add-exports="))
        .map(line -> line.substring(line.indexOf('/') + 1, line.lastIndexOf('=')))
        .collect(Collectors.toSet());
  }

  private static List<String> options() throws IOException {
    try (InputStream in =
        JvmOptionsTest.class.getResourceAsStream("/META-INF/preheat/jvm-options")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static Set<String> usedPackages() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .flatMap(JvmOptionsTest::classNames)
          .filter(
              name ->
                  name.startsWith("jdk/graal/")
                      || name.startsWith("jdk/vm/ci/")
                      || name.startsWith("jdk/internal/"))
          .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Stream<String> classNames(Path file) {
    try {
      Set<String> names = new TreeSet<>();
      for (PoolEntry entry : ClassFile.of().parse(file).constantPool()) {
        if (entry instanceof ClassEntry type && !type.asInternalName().startsWith("[")) {
          names.add(type.asInternalName());
        }
      }
      return names.stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
