// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed;

import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Loads and links the classes that work, and initialises none: the JDK makes its cache of this. */
public final class Starter {
  private static final String WORK = "dev/preheat/conformance/stressed/work/";
  private static final String CLASS = ".class";

  private Starter() {}

  /** The argument is the program's jar. */
  public static void main(String[] arguments) throws Exception {
    try (JarFile jar = new JarFile(arguments[0])) {
      for (JarEntry entry : jar.stream().toList()) {
        String name = entry.getName();
        if (name.startsWith(WORK) && name.endsWith(CLASS)) {
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
