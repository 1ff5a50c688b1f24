// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.check;

import dev.preheat.format.image.layout.ImageLayout.FactLayout;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.format.image.layout.ImageLayout.VariantLayout;
import dev.preheat.format.image.model.KindNumber;
import dev.preheat.loader.image.LoadedImage;
import dev.preheat.loader.outcome.Refusal;
import jdk.internal.misc.Unsafe;

/**
 * The fingerprint: values in the VM's memory that emitted code relies on. They are compared as raw
 * bytes; which flags and values these are, only the compiler knows. They are constant from the
 * start of the JVM: the flags among them are not manageable, and debuggers' capabilities can be had
 * in the phase OnLoad only (src/hotspot/share/prims/jvmtiManageCapabilities.cpp). Some of them lie
 * where JVMCI puts them when it reads the VM's configuration, and are compared after that.
 */
public final class Fingerprint {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int WORDS = FactLayout.BYTES >> 2;

  private final LoadedImage image;
  private final Libjvm libjvm;

  public Fingerprint(LoadedImage image, Libjvm libjvm) {
    this.image = image;
    this.libjvm = libjvm;
  }

  /**
   * The first variant that fits this JVM.
   *
   * @return its index in {@link LoadedImage#words}
   * @throws Refusal when there is none; it names a fact of the variant that fits best
   */
  public int chooseVariant() {
    int best = 0;
    int bestFailures = Integer.MAX_VALUE;
    int at = image.start(TableNumber.VARIANTS);
    for (int i = image.count(TableNumber.VARIANTS); i > 0; i--, at += VariantLayout.BYTES >> 2) {
      int failures = failures(at, KindNumber.PHASE_START);
      if (failures == 0) {
        return at;
      }
      if (failures < bestFailures) {
        bestFailures = failures;
        best = at;
      }
    }
    if (best == 0) {
      throw Refusal.damaged("the variants of the image", "one or more", "none");
    }
    throw refusal(best, KindNumber.PHASE_START);
  }

  /**
   * Compares what JVMCI has read since {@link #chooseVariant}.
   *
   * @throws Refusal when a fact does not hold
   */
  public void checkConfigured(int variant) {
    if (failures(variant, KindNumber.PHASE_CONFIGURED) != 0) {
      throw refusal(variant, KindNumber.PHASE_CONFIGURED);
    }
  }

  /** How many facts of a phase do not hold. */
  private int failures(int variant, int phase) {
    int failures = 0;
    int first = firstFact(variant);
    for (int fact = first + facts(variant) * WORDS; fact > first; ) {
      fact -= WORDS;
      if (image.words[fact + (FactLayout.PHASE >> 2)] == phase && !holds(fact)) {
        failures++;
      }
    }
    return failures;
  }

  private int facts(int variant) {
    return image.words[variant + (VariantLayout.FACTS >> 2)];
  }

  private int firstFact(int variant) {
    int first = image.words[variant + (VariantLayout.FIRST_FACT >> 2)];
    LoadedImage.checkRange(first, facts(variant), image.count(TableNumber.FACTS));
    return image.start(TableNumber.FACTS) + first * WORDS;
  }

  private boolean holds(int fact) {
    int kind = image.words[fact + (FactLayout.KIND >> 2)];
    long expected = image.u8(fact + (FactLayout.EXPECTED >> 2));
    long found = found(fact, kind);
    return switch (kind) {
      case KindNumber.FACT_SUPERSET_8 -> (found & expected) == expected;
      case KindNumber.FACT_AT_LEAST_1, KindNumber.FACT_AT_LEAST_4, KindNumber.FACT_AT_LEAST_8 ->
          found >= expected;
      case KindNumber.FACT_GENERATED_8 -> found != 0 && !libjvm.contains(found - libjvm.base, 1);
      default -> found == expected;
    };
  }

  /** The value in this JVM, zero-extended, as the compiler has written the expected one. */
  private long found(int fact, int kind) {
    int bytes =
        switch (kind) {
          case KindNumber.FACT_EQUAL_1, KindNumber.FACT_AT_LEAST_1 -> 1;
          case KindNumber.FACT_EQUAL_4, KindNumber.FACT_AT_LEAST_4 -> Integer.BYTES;
          case KindNumber.FACT_EQUAL_8,
              KindNumber.FACT_SUPERSET_8,
              KindNumber.FACT_AT_LEAST_8,
              KindNumber.FACT_GENERATED_8 ->
              Long.BYTES;
          default -> throw Refusal.damaged(name(fact), "a kind of fact", Integer.toString(kind));
        };
    long offset = image.u8(fact + (FactLayout.OFFSET >> 2));
    if (!libjvm.contains(offset, bytes)) {
      throw Refusal.damaged(name(fact), "an offset in libjvm", Long.toHexString(offset));
    }
    long address = libjvm.base + offset;
    if (bytes == 1) {
      return UNSAFE.getByte(null, address) & 0xFF;
    }
    return bytes == Integer.BYTES
        ? UNSAFE.getInt(null, address) & 0xFFFFFFFFL
        : UNSAFE.getLong(null, address);
  }

  private String name(int fact) {
    return image.text(fact + (FactLayout.NAME_OFFSET >> 2));
  }

  /**
   * Names all features of the processor that are missing, since flags and values follow from them;
   * if there are none, the first flag or value that differs.
   */
  private Refusal refusal(int variant, int phase) {
    StringBuilder features = new StringBuilder();
    int differing = 0;
    int first = firstFact(variant);
    for (int fact = first + facts(variant) * WORDS; fact > first; ) {
      fact -= WORDS;
      if (image.words[fact + (FactLayout.PHASE >> 2)] == phase && !holds(fact)) {
        if (image.words[fact + (FactLayout.KIND >> 2)] == KindNumber.FACT_SUPERSET_8) {
          features.insert(0, features.isEmpty() ? "" : ", ").insert(0, name(fact));
        } else {
          differing = fact;
        }
      }
    }
    return features.isEmpty()
        ? refusal(differing)
        : new Refusal(
            "processor",
            features.toString(),
            "none of these",
            "run on one that has them, without -XX:UseAVX and -XX:UseSSE, or build the image where"
                + " it runs");
  }

  private Refusal refusal(int fact) {
    int kind = image.words[fact + (FactLayout.KIND >> 2)];
    if (kind == KindNumber.FACT_GENERATED_8) {
      return new Refusal(
          name(fact),
          "a routine that the VM generates",
          "none",
          "start without -XX:-UseLibmIntrinsic and the like");
    }
    boolean isLeast =
        kind == KindNumber.FACT_AT_LEAST_1
            || kind == KindNumber.FACT_AT_LEAST_4
            || kind == KindNumber.FACT_AT_LEAST_8;
    return new Refusal(
        name(fact),
        (isLeast ? "at least " : "")
            .concat(Long.toString(image.u8(fact + (FactLayout.EXPECTED >> 2)))),
        Long.toString(found(fact, kind)),
        // The VM puts such a heap where the args file wants it, which is too high for a base of 0
        // (HeapReserver::Instance::reserve_compressed_oops_heap,
        // src/hotspot/share/memory/memoryReserver.cpp).
        name(fact).equals("CompressedOops::_base")
            ? "for a heap of 29 to 31 GB, start with -XX:HeapBaseMinAddress=1g in place of 4g (in"
                + " the args file, or by jvmArguments)"
            : "start the JVM with the options that the image was built with (its args file), or"
                + " build the image with these");
  }
}
