// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak;

/** What the tests of the benchmark run: it says at once what it would have measured. */
public final class ExampleWorkloads {
  private static final long NANOS_PER_SAMPLE = 10_000_000;
  private static final int SAMPLES_PER_SECOND = 100;

  private ExampleWorkloads() {}

  /** The command line of the programs that are measured. */
  public static void main(String[] words) {
    if (words[0].equals("list")) {
      System.out.println("steady\ndiffer\nrefused");
    } else if (Character.isDigit(words[1].charAt(0))) {
      long now = System.nanoTime();
      for (int i = 0; i <= Integer.parseInt(words[1]) * SAMPLES_PER_SECOND; i++) {
        System.out.println("sample " + (now + i * NANOS_PER_SAMPLE) + " " + 10 * i);
      }
      boolean image = System.getProperty("preheat.image") != null;
      System.out.println("result 0 " + (words[0].equals("differ") && image ? 1 : 0));
    }
  }
}
