// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package it;

import java.nio.file.Path;

public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      System.err.println("two arguments, please");
      System.exit(3);
    }
    System.out.println(
        arguments[0]
            + ", "
            + System.getProperty("kept")
            + ", "
            + Path.of("").toAbsolutePath().getFileName());
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      step();
    }
  }

  static void step() {}
}
