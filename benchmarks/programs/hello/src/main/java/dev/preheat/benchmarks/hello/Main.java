// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.hello;

/** A program that is nearly all start-up. */
public final class Main {

  private Main() {}

  /** Greets whoever is named. */
  public static void main(String[] names) {
    for (String name : names) {
      System.out.println("Hello, " + name + "!");
    }
  }
}
