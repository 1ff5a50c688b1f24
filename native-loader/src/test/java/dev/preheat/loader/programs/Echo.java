// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.programs;

/** Prints its arguments; leaves in the way that the first of them says. */
public final class Echo {

  private Echo() {}

  /** An exception that no method declares. */
  public static final class Trouble extends Exception {
    private static final long serialVersionUID = 1L;

    Trouble(String message) {
      super(message);
    }
  }

  /** The program. */
  public static void main(String[] arguments) throws Trouble {
    System.out.println(String.join(",", arguments));
    if (arguments.length > 0) {
      switch (arguments[0]) {
        case "throw" -> throw new Trouble("as asked");
        case "exit" -> System.exit(7);
        case "command" -> System.out.println(System.getProperty("sun.java.command"));
        default -> System.out.println(Thread.currentThread().getName());
      }
    }
  }
}
