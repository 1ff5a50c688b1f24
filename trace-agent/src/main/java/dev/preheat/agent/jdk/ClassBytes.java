// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.jdk;

import java.io.IOException;
import java.io.InputStream;

/** The class files in the agent's own jar. */
public final class ClassBytes {
  private ClassBytes() {}

  /**
   * The class file of a class of the agent.
   *
   * @throws IOException if it cannot be read
   */
  public static byte[] of(Class<?> type) throws IOException {
    String name = type.getName();
    String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
    try (InputStream input = type.getResourceAsStream(file)) {
      if (input == null) {
        throw new IOException("the agent's jar has no " + name);
      }
      return input.readAllBytes();
    }
  }
}
