// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.instrument;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.agent.classfile.ClassFile;
import dev.preheat.agent.classfile.Code;
import dev.preheat.agent.classfile.IndexMap;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InstrumenterTest {
  /** What the switches of a method can move its end by. */
  private static final int MAXIMUM_PADDING = 12;

  @Test
  void theOriginalCodeIsTheEndOfWhatRuns() throws IOException {
    MethodRegistry registry = new MethodRegistry(number -> {});
    Instrumenter instrumenter = new Instrumenter(registry);
    int moved = 0;
    for (Path file : jdkClasses("java/util")) {
      byte[] original = Files.readAllBytes(file);
      String name = "java.util." + file.getFileName().toString().replace(".class", "");
      int before = registry.methods().size();

      byte[] instrumented = instrumenter.instrument(name, original);

      List<TracedMethod> methods = registry.methods();
      for (TracedMethod method : methods.subList(before, methods.size())) {
        Code expected = ClassFile.read(original).code(method.name(), method.descriptor());
        Code actual = ClassFile.read(instrumented).code(method.name(), method.descriptor());
        Optional<IndexMap> map = IndexMap.between(actual, expected);
        assertTrue(map.isPresent(), name + " " + method);
        int rest = actual.length() - prefix(actual, map.get());
        assertTrue(Math.abs(rest - expected.length()) <= MAXIMUM_PADDING, name + " " + method);
        moved++;
      }
    }
    assertTrue(moved > 3000, "only " + moved + " methods");
  }

  @Test
  void theSameClassFileGivesTheSame() throws IOException {
    List<Integer> planted = new ArrayList<>();
    Instrumenter instrumenter = new Instrumenter(new MethodRegistry(planted::add));
    byte[] original = Files.readAllBytes(jdkClasses("java/util/zip").get(0));
    String name = "java.util.zip.Any";

    byte[] first = instrumenter.instrument(name, original);
    int numbers = planted.size();
    byte[] second = instrumenter.instrument(name, original);

    assertArrayEquals(first, second);
    assertEquals(numbers, planted.size());
  }

  /** How many bytes of the instrumented code are in front of the original. */
  private static int prefix(Code instrumented, IndexMap map) {
    int index = 0;
    while (index < instrumented.length() && map.applyAsInt(index) != 0) {
      index++;
    }
    return index;
  }

  private static List<Path> jdkClasses(String packageName) throws IOException {
    Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    try (Stream<Path> files = Files.list(root.resolve(packageName))) {
      return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
  }
}
