// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The list of the loader's own methods that go into every image. */
class LoaderMethodsTest {

  @Test
  void everyMethodExistsAndIsNamedOnce() throws IOException, ReflectiveOperationException {
    List<String> missing = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String line : lines()) {
      String[] fields = line.split(" ", -1);
      if (fields.length > 1) {
        assertEquals(3, fields.length, line);
        if (!seen.add(line) || !exists(fields[0], fields[1], fields[2])) {
          missing.add(line);
        }
      }
    }

    assertEquals(List.of(), missing);
    assertFalse(seen.isEmpty());
  }

  private static boolean exists(String type, String name, String descriptor)
      throws ClassNotFoundException {
    ClassLoader loader = LoaderMethodsTest.class.getClassLoader();
    for (Method method : Class.forName(type, false, loader).getDeclaredMethods()) {
      MethodType actual = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
      if (method.getName().equals(name) && actual.toMethodDescriptorString().equals(descriptor)) {
        return true;
      }
    }
    return false;
  }

  /** Classes, and methods: a class, a name and a descriptor. */
  static List<String> lines() throws IOException {
    try (InputStream in = Main.class.getResourceAsStream("/META-INF/preheat/methods")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
          .toList();
    }
  }
}
