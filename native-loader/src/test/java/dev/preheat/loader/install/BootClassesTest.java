// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jdk.internal.misc.Unsafe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The walk over the boot loader's list, while a VM changes it between any two reads: classes come,
 * are loaded or fail, and are freed, and their memory is written over and used again.
 */
class BootClassesTest {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** As many looks as it takes for classes that never will be loaded to be given up. */
  private static final int LOOKS_AT_REST = 300;

  private static final int LOOKS = 40;
  private static final int MOST_CHANGES = 300;
  private static final int SEEDS = 100;

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 10, 50})
  void allThatIsLoadedIsFoundAndNothingElseIsRead(int changesPerHundredReads) {
    for (int seed = 0; seed < SEEDS; seed++) {
      try (FakeVm vm = new FakeVm(seed, changesPerHundredReads)) {
        BootClasses classes = vm.classes();
        for (int i = 0; i < LOOKS; i++) {
          vm.change();
          classes.look();
        }
        vm.rest();
        for (int i = 0; i < LOOKS_AT_REST; i++) {
          classes.look();
        }
        vm.check(classes, seed);
      }
    }
  }

  @Test
  void manyThatFailDoNotHideThoseBehindThemForLong() {
    try (FakeVm vm = new FakeVm(1, 0)) {
      BootClasses classes = vm.classes();
      classes.look();
      vm.load();
      for (int i = 0; i < 1000; i++) {
        vm.fail();
      }
      classes.look();
      vm.safepoint();
      classes.look();

      assertEquals(vm.loaded(), classes.count());
    }
  }

  @Test
  void aLookAtAListThatHasNotChangedReadsNothing() {
    try (FakeVm vm = new FakeVm(1, 0)) {
      BootClasses classes = vm.classes();
      for (int i = 0; i < LOOKS_AT_REST; i++) {
        classes.look();
      }
      int reads = vm.reads;
      classes.look();

      assertEquals(reads, vm.reads);
    }
  }

  /** One class more each time: each mark is followed by a longer pause. */
  @Test
  void marksBecomeRare() {
    try (FakeVm vm = new FakeVm(1, 0)) {
      BootClasses classes = vm.classes();
      for (int i = 0; i < 1000; i++) {
        vm.load();
        classes.look();
      }

      assertTrue(vm.marks < 100, () -> vm.marks + " marks");
      assertTrue(classes.count() > vm.loaded() - 50, () -> classes.count() + " classes");
    }
  }

  /** What the VM knows of a class. */
  private static final class FakeKlass {
    final int index;
    final long address;
    final boolean isArray;
    final boolean isArchived;
    long next;
    boolean isParsed;
    boolean isLoaded;
    boolean isFreed;

    FakeKlass(int index, long address, boolean isArray, boolean isArchived) {
      this.index = index;
      this.address = address;
      this.isArray = isArray;
      this.isArchived = isArchived;
    }
  }

  /** A list of classes, and a VM that changes it. */
  private static final class FakeVm implements AutoCloseable {
    private static final long ARCHIVE_BASE = 1L << 32;
    private static final long ARCHIVE_TOP = ARCHIVE_BASE + (1L << 20);
    private static final int BYTES = 512;

    private final Random random;
    private final int changesPerHundredReads;
    private final long head = UNSAFE.allocateMemory(Long.BYTES);

    /** By address: what is there, or was there last. */
    private final Map<Long, FakeKlass> memory = new HashMap<>();

    private final List<FakeKlass> unfinished = new ArrayList<>();
    private final List<FakeKlass> failed = new ArrayList<>();
    private final List<Long> free = new ArrayList<>();
    private final List<FakeKlass> all = new ArrayList<>();
    private long archiveTop = ARCHIVE_BASE;
    private long top = ARCHIVE_TOP;
    private int changes;
    private int reads;
    private int marks;

    FakeVm(int seed, int changesPerHundredReads) {
      random = new Random(seed);
      this.changesPerHundredReads = changesPerHundredReads;
      UNSAFE.putLong(null, head, 0L);
      for (int i = 0; i < 20; i++) {
        add(random.nextInt(4) == 0, random.nextBoolean());
      }
    }

    BootClasses classes() {
      return new BootClasses(null, null, 10_000, head, ARCHIVE_BASE, ARCHIVE_TOP, FakeVm.class) {
        @Override
        long next(long klass) {
          return read(klass).next;
        }

        @Override
        int layoutHelper(long klass) {
          FakeKlass read = read(klass);
          if (read.isFreed) {
            return random.nextInt(3) - 1;
          }
          return read.isArray ? -1 : read.isParsed ? 1 : 0;
        }

        @Override
        int state(long klass) {
          FakeKlass read = read(klass);
          if (read.isFreed || read.isArray) {
            return random.nextInt(3);
          }
          return read.isLoaded ? 1 : 0;
        }

        @Override
        int type(long klass) {
          FakeKlass found = memory.get(klass);
          assertTrue(found != null && found.isLoaded && !found.isFreed, "no class is taken");
          return found.index;
        }

        @Override
        long klassOf(Class<?> type) {
          marks++;
          return add(true, false).address;
        }
      };
    }

    /** Only what is, or once was, a class may be read. */
    private FakeKlass read(long klass) {
      reads++;
      if (changes < MOST_CHANGES && random.nextInt(100) < changesPerHundredReads) {
        change();
      }
      FakeKlass found = memory.get(klass);
      assertTrue(found != null, () -> "nothing is at " + Long.toHexString(klass));
      return found;
    }

    private long garbage() {
      return switch (random.nextInt(3)) {
        case 0 -> 0;
        case 1 -> 8L * random.nextInt(1 << 20) + 1;
        default -> all.get(random.nextInt(all.size())).address;
      };
    }

    void change() {
      changes++;
      switch (random.nextInt(6)) {
        case 0, 1 -> unfinished.add(add(false, random.nextInt(4) == 0));
        case 2 -> add(true, random.nextBoolean());
        case 3 -> proceed();
        case 4 -> failOne();
        default -> safepoint();
      }
    }

    /** A class is loaded from the start to the end. */
    void load() {
      FakeKlass klass = add(false, false);
      klass.isParsed = true;
      klass.isLoaded = true;
    }

    /** The definition of a class fails. */
    void fail() {
      failed.add(add(false, false));
    }

    private void proceed() {
      if (!unfinished.isEmpty()) {
        FakeKlass klass = unfinished.get(random.nextInt(unfinished.size()));
        if (klass.isParsed) {
          klass.isLoaded = true;
          unfinished.remove(klass);
        }
        klass.isParsed = true;
      }
    }

    private void failOne() {
      if (!unfinished.isEmpty()) {
        FakeKlass klass = unfinished.remove(random.nextInt(unfinished.size()));
        // The VM frees nothing of an archive.
        if (!klass.isArchived) {
          failed.add(klass);
        }
      }
    }

    void safepoint() {
      for (FakeKlass klass : failed) {
        remove(klass);
        klass.isFreed = true;
        // What is in freed memory stays there for a while; it may still be what was there before.
        klass.next = random.nextBoolean() ? klass.next : garbage();
        free.add(klass.address);
      }
      failed.clear();
    }

    private void remove(FakeKlass klass) {
      long at = UNSAFE.getLong(null, head);
      if (at == klass.address) {
        UNSAFE.putLong(null, head, klass.next);
        return;
      }
      while (memory.get(at).next != klass.address) {
        at = memory.get(at).next;
      }
      memory.get(at).next = klass.next;
    }

    private FakeKlass add(boolean isArray, boolean isArchived) {
      long address;
      if (isArchived) {
        address = archiveTop;
        archiveTop += BYTES;
      } else if (!free.isEmpty()) {
        address = free.remove(free.size() - 1);
      } else {
        address = top;
        top += BYTES;
      }
      FakeKlass klass = new FakeKlass(all.size(), address, isArray, isArchived);
      klass.next = UNSAFE.getLong(null, head);
      all.add(klass);
      memory.put(address, klass);
      UNSAFE.putLong(null, head, address);
      return klass;
    }

    /** Whatever is being defined is loaded in the end, or fails. */
    void rest() {
      while (!unfinished.isEmpty()) {
        proceed();
        failOne();
      }
      changes = MOST_CHANGES;
    }

    int loaded() {
      return (int) all.stream().filter(klass -> klass.isLoaded).count();
    }

    void check(BootClasses classes, int seed) {
      Set<Long> found = new HashSet<>();
      for (int i = 0; i < classes.count(); i++) {
        assertTrue(found.add(classes.klass(i)), "found twice");
        assertEquals(classes.klass(i), all.get(classes.type(i)).address);
      }
      assertEquals(loaded(), found.size(), "seed " + seed);
    }

    @Override
    public void close() {
      UNSAFE.freeMemory(head);
    }
  }
}
