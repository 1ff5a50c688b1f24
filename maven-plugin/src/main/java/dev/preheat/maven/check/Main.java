// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.check;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Checks an image in a JVM of its own: a file that brings the dynamic linker down does not bring
 * Maven down.
 *
 * <p>Exit code 0: the image is well, one line on standard output says what was compared; 1: it is
 * not, one line on standard error says why.
 */
public final class Main {
  private Main() {}

  /**
   * Checks one image.
   *
   * @param arguments the path of the image
   */
  public static void main(String[] arguments) {
    try {
      System.out.println(LibraryCheck.check(Path.of(arguments[0])));
    } catch (IOException | IllegalArgumentException | UnsatisfiedLinkError e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
