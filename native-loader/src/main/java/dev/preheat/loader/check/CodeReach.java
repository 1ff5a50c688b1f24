// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.check;

import dev.preheat.hotspot.VmNumbers;
import dev.preheat.loader.outcome.Refusal;

/**
 * Calls from installed code to routines outside of the code cache have 32-bit distances: the code
 * installer of the VM ends the JVM where one does not fit (CodeInstaller::pd_relocate_ForeignCall,
 * src/hotspot/cpu/x86/jvmciCodeInstaller_x86.cpp). So no code of the code cache may be further from
 * them than that, whichever part of it gets the code. Most of them are in libjvm, which is looked
 * at as a whole; others are in libraries that the VM loads for them (libsimdsort, libjsvml), each
 * at a place of its own, and perhaps not yet.
 */
public final class CodeReach {

  private static final long MEGABYTE = 1 << 20;

  private final long low;
  private final long high;

  /**
   * Creates what compares.
   *
   * @param low start of the code cache
   * @param high its end
   */
  CodeReach(long low, long high) {
    this.low = low;
    this.high = high;
  }

  /**
   * Compares the farthest distance between the bounds of the code cache and of libjvm.
   *
   * @throws Refusal when it does not fit into 32 bits
   */
  public static CodeReach check(Libjvm libjvm, VmLayout layout) {
    CodeReach reach =
        new CodeReach(
            libjvm.word(layout.of[VmNumbers.LIBJVM_CODE_CACHE_LOW]),
            libjvm.word(layout.of[VmNumbers.LIBJVM_CODE_CACHE_HIGH]));
    long farthest = reach.farthest(libjvm.base, libjvm.base + libjvm.end());
    if (farthest > Integer.MAX_VALUE) {
      throw new Refusal(
          "code cache",
          "within " + Integer.MAX_VALUE / MEGABYTE + " MB of libjvm",
          "up to " + farthest / MEGABYTE + " MB away",
          "start with a smaller -XX:ReservedCodeCacheSize");
    }
    return reach;
  }

  /** Whether all code can call an address. */
  public boolean includes(long address) {
    long farthest = farthest(address, address);
    return farthest >= 0 && farthest <= Integer.MAX_VALUE;
  }

  /** The largest distance of a place in the code cache from a place in a range. */
  private long farthest(long start, long end) {
    return Math.max(Math.abs(end - low), Math.abs(high - start));
  }
}
