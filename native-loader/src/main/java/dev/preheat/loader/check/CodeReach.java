package dev.preheat.loader.check;

import dev.preheat.loader.outcome.Refusal;

/**
 * Calls from installed code into libjvm have 32-bit distances: the code installer of the VM ends
 * the JVM where one does not fit (CodeInstaller::pd_relocate_ForeignCall,
 * src/hotspot/cpu/x86/jvmciCodeInstaller_x86.cpp). So no code of the code cache may be further from
 * libjvm than that, whichever part of it gets the code.
 */
public final class CodeReach {

  private static final long MEGABYTE = 1 << 20;

  private CodeReach() {}

  /**
   * Compares the farthest distance between the bounds of the code cache and of libjvm.
   *
   * @throws Refusal when it does not fit into 32 bits
   */
  public static void check(Libjvm libjvm, VmLayout layout) {
    long low = libjvm.word(layout.libjvmCodeCacheLow);
    long high = libjvm.word(layout.libjvmCodeCacheHigh);
    long farthest = farthest(low, high, libjvm.base, libjvm.base + libjvm.end());
    if (farthest > Integer.MAX_VALUE) {
      throw new Refusal(
          "code cache",
          "within " + Integer.MAX_VALUE / MEGABYTE + " MB of libjvm",
          "up to " + farthest / MEGABYTE + " MB away",
          "start with a smaller -XX:ReservedCodeCacheSize");
    }
  }

  /** The largest distance of a place in one range from a place in another. */
  static long farthest(long low, long high, long start, long end) {
    return Math.max(Math.abs(end - low), Math.abs(high - start));
  }
}
