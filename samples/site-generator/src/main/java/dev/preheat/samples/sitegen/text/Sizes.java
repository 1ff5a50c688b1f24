// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.text;

import java.util.Locale;

/** Figures as people like to read them. */
public final class Sizes {

  private static final int UNIT = 1024;

  private Sizes() {}

  /** Returns a number of bytes with its unit, such as "17 B", "1.5 KiB" or "2.0 MiB". */
  public static String bytes(long bytes) {
    if (bytes < UNIT) {
      return bytes + " B";
    }
    double kibibytes = (double) bytes / UNIT;
    return kibibytes < UNIT
        ? String.format(Locale.ROOT, "%.1f KiB", kibibytes)
        : String.format(Locale.ROOT, "%.1f MiB", kibibytes / UNIT);
  }

  /** Returns a number with its noun, such as "1 page" or "1,204 pages". */
  public static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  /** Returns a number of minutes as "12 min" or "3 h 05 min". */
  public static String minutes(long minutes) {
    return minutes < 60
        ? minutes + " min"
        : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
  }
}
