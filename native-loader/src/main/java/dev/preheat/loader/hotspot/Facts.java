package dev.preheat.loader.hotspot;

import dev.preheat.format.image.ImageLayout.Fact;
import dev.preheat.format.image.ImageLayout.Variant;
import dev.preheat.loader.Refusal;
import jdk.internal.misc.Unsafe;

/**
 * The fingerprint: values in the VM's memory that emitted code relies on. They are compared as raw
 * bytes; which flags and values these are, only the compiler knows. They are constant from the
 * start of the JVM: the flags among them are not manageable, and debuggers' capabilities can be had
 * in the phase OnLoad only (src/hotspot/share/prims/jvmtiManageCapabilities.cpp).
 */
final class Facts {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int WORDS = Fact.BYTES >> 2;

  private final LoadedImage image;
  private final Libjvm libjvm;

  Facts(LoadedImage image, Libjvm libjvm) {
    this.image = image;
    this.libjvm = libjvm;
  }

  /**
   * The first variant that fits this JVM.
   *
   * @return its index in {@link LoadedImage#words}
   * @throws Refusal when there is none; it names a fact of the variant that fits best
   */
  int chooseVariant() {
    int best = 0;
    int bestFailures = Integer.MAX_VALUE;
    int at = image.start(Tables.VARIANTS);
    for (int i = image.count(Tables.VARIANTS); i > 0; i--, at += Variant.BYTES >> 2) {
      int first = firstFact(at);
      int failures = 0;
      int failed = 0;
      for (int fact = first + facts(at) * WORDS; fact > first; ) {
        fact -= WORDS;
        if (!holds(fact)) {
          failures++;
          failed = fact;
        }
      }
      if (failures == 0) {
        return at;
      }
      if (failures < bestFailures) {
        bestFailures = failures;
        best = failed;
      }
    }
    if (best == 0) {
      throw Refusal.damaged("the variants of the image", "one or more", "none");
    }
    throw refusal(best);
  }

  private int facts(int variant) {
    return image.words[variant + (Variant.FACTS >> 2)];
  }

  private int firstFact(int variant) {
    int first = image.words[variant + (Variant.FIRST_FACT >> 2)];
    LoadedImage.checkRange(first, facts(variant), image.count(Tables.FACTS));
    return image.start(Tables.FACTS) + first * WORDS;
  }

  private boolean holds(int fact) {
    long expected = expected(fact);
    long found = found(fact);
    return switch (kind(fact)) {
      case Tables.FACT_SUPERSET_8 -> (found & expected) == expected;
      case Tables.FACT_AT_LEAST_4 -> found >= expected;
      default -> found == expected;
    };
  }

  /** The value in the image, zero-extended. */
  private long expected(int fact) {
    long expected = image.u8(fact + (Fact.EXPECTED >> 2));
    int kind = kind(fact);
    return kind == Tables.FACT_EQUAL_1
        ? expected & 0xFF
        : isInt(kind) ? expected & 0xFFFFFFFFL : expected;
  }

  /** The value in this JVM, zero-extended. */
  private long found(int fact) {
    long offset = image.u8(fact + (Fact.OFFSET >> 2));
    int kind = kind(fact);
    int bytes = kind == Tables.FACT_EQUAL_1 ? 1 : isInt(kind) ? Integer.BYTES : Long.BYTES;
    if (!libjvm.contains(offset, bytes)) {
      throw Refusal.damaged(name(fact), "an offset in libjvm", Long.toHexString(offset));
    }
    long address = libjvm.base + offset;
    if (kind == Tables.FACT_EQUAL_1) {
      return UNSAFE.getByte(null, address) & 0xFF;
    }
    return isInt(kind) ? UNSAFE.getInt(null, address) & 0xFFFFFFFFL : UNSAFE.getLong(null, address);
  }

  private static boolean isInt(int kind) {
    return kind == Tables.FACT_EQUAL_4 || kind == Tables.FACT_AT_LEAST_4;
  }

  private int kind(int fact) {
    int kind = image.words[fact + (Fact.KIND >> 2)];
    if (kind < 0 || kind > Tables.FACT_AT_LEAST_4) {
      throw Refusal.damaged(name(fact), "a kind of fact", Integer.toString(kind));
    }
    return kind;
  }

  private String name(int fact) {
    return image.text(fact + (Fact.NAME_OFFSET >> 2));
  }

  private Refusal refusal(int fact) {
    return new Refusal(
        name(fact),
        (kind(fact) == Tables.FACT_AT_LEAST_4 ? "at least " : "")
            .concat(text(expected(fact), fact)),
        text(found(fact), fact),
        // The VM puts such a heap where the args file wants it, which is too high for a base of 0
        // (HeapReserver::Instance::reserve_compressed_oops_heap,
        // src/hotspot/share/memory/memoryReserver.cpp).
        name(fact).equals("CompressedOops::_base")
            ? "for a heap of 29 to 31 GB, start with -XX:HeapBaseMinAddress=1g in place of 4g (in"
                + " the args file, or by jvmArguments)"
            : "start the JVM with the options that the image was built with (its args file), or"
                + " build the image with these");
  }

  private String text(long value, int fact) {
    return kind(fact) == Tables.FACT_SUPERSET_8
        ? "0x" + Long.toHexString(value)
        : Long.toString(value);
  }
}
