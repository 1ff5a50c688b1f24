// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.text;

import dev.preheat.benchmarks.meter.Operation;

/** Takes lines apart: splits, trims, and reads numbers. */
public final class StringParsing implements Operation {
  private static final int LINES = 256;

  private final String text;

  /** The same text in each run. */
  public StringParsing() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < LINES; i++) {
      lines.append("item").append(i).append(" = ").append(i * 977).append(" ; 0x");
      lines.append(Integer.toHexString(i * 31)).append(" ; ").append(i % 3 == 0).append('\n');
    }
    text = lines.toString();
  }

  @Override
  public long once(int seed) {
    long total = seed;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      total = 31 * total + value(text.substring(at, end));
      at = end + 1;
    }
    return total;
  }

  private static long value(String line) {
    int equals = line.indexOf('=');
    String[] parts = line.substring(equals + 1).split(";");
    long number = Long.parseLong(parts[0].strip());
    int hexadecimal = Integer.parseInt(parts[1].strip().substring(2), 16);
    boolean third = Boolean.parseBoolean(parts[2].strip());
    return number + hexadecimal + (third ? line.substring(0, equals).strip().hashCode() : 0);
  }
}
