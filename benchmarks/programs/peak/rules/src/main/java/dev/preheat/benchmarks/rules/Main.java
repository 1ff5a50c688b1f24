// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.rules;

/** Applies rules to documents. */
public final class Main {
  private Main() {}

  /**
   * Runs what the command line says.
   *
   * @param words see {@link dev.preheat.benchmarks.meter.Program}
   */
  public static void main(String[] words) throws Exception {
    new RulesProgram().run(words).forEach(System.out::println);
  }
}
