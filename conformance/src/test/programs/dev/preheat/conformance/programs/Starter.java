// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads and links the classes of a jar and initialises none: from this the JDK makes its cache.
 * Those that are to come while a program runs are named so.
 */
public final class Starter {
  private static final String CLASS = ".class";
  private static final String LATE = "$Late";

  private Starter() {}

  public static void main(String[] args) throws Exception {
    try (JarFile jar = new JarFile(args[0])) {
      for (JarEntry entry : jar.stream().toList()) {
        String name = entry.getName();
        if (name.endsWith(CLASS) && !name.contains(LATE)) {
          Class.forName(
                  name.substring(0, name.length() - CLASS.length()).replace('/', '.'),
                  false,
                  Starter.class.getClassLoader())
              .getDeclaredMethods();
        }
      }
    }
  }
}
