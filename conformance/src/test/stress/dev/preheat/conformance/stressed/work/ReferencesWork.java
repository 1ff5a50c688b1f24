// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.work;

import java.lang.ref.Cleaner;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Weak, soft and phantom references, cleaners and finalizers. When something is collected is not
 * known; that nothing is which is still reachable, and that what is left is whole, is.
 */
final class ReferencesWork implements Work {
  private static final int OBJECTS = 120;

  private static final class Referent {
    private final long value;
    private final long[] copies;

    Referent(long value) {
      this.value = value;
      this.copies = new long[] {value, value, value};
    }

    boolean isWhole() {
      return copies[0] == value && copies[1] == value && copies[2] == value;
    }
  }

  private static final class Finalized {
    private final long value;
    private final AtomicInteger broken;

    Finalized(long value, AtomicInteger broken) {
      this.value = value;
      this.broken = broken;
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    protected void finalize() {
      if (value < 0) {
        broken.incrementAndGet();
      }
    }
  }

  @Override
  public long round(long seed) {
    Mix mix = new Mix(seed);
    AtomicInteger broken = new AtomicInteger();
    Cleaner cleaner = Cleaner.create();
    ReferenceQueue<Referent> queue = new ReferenceQueue<>();
    List<Reference<Referent>> references = new ArrayList<>();
    List<Referent> kept = new ArrayList<>();
    WeakHashMap<Referent, Long> byReferent = new WeakHashMap<>();
    for (int i = 0; i < OBJECTS; i++) {
      Referent referent = new Referent(mix.next() >>> 1);
      references.add(reference(i, referent, queue));
      byReferent.put(referent, referent.value);
      if (i % 20 == 0) {
        long value = referent.value;
        cleaner.register(referent, () -> require(value >= 0, broken));
        new Finalized(value, broken);
      }
      if (i % 3 == 0) {
        kept.add(referent);
      }
    }
    for (int i = 0; i < references.size(); i++) {
      Referent found = references.get(i).get();
      require(found == null || found.isWhole(), broken);
      if (i % 3 == 0) {
        require(references.get(i).refersTo(kept.get(i / 3)), broken);
      }
    }
    drain(queue, broken);
    for (Referent each : kept) {
      Long value = byReferent.get(each);
      require(value != null && value == each.value, broken);
      mix.add(each.value);
    }
    Reference.reachabilityFence(kept);
    return mix.add(broken.get()).sum();
  }

  private static Reference<Referent> reference(
      int number, Referent referent, ReferenceQueue<Referent> queue) {
    return switch (number % 4) {
      case 0 -> new WeakReference<>(referent);
      case 1 -> new SoftReference<>(referent);
      case 2 -> new WeakReference<>(referent, queue);
      default -> new SoftReference<>(referent, queue);
    };
  }

  private static void drain(ReferenceQueue<Referent> queue, AtomicInteger broken) {
    PhantomReference<Referent> phantom = new PhantomReference<>(new Referent(1), queue);
    for (Reference<?> each = queue.poll(); each != null; each = queue.poll()) {
      require(each.get() == null, broken);
    }
    require(phantom.get() == null, broken);
  }

  private static void require(boolean holds, AtomicInteger broken) {
    if (!holds) {
      broken.incrementAndGet();
    }
  }
}
