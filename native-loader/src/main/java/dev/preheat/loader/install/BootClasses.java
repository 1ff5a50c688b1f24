// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.format.image.model.KindNumber;
import dev.preheat.hotspot.VmNumbers;
import dev.preheat.loader.check.Libjvm;
import dev.preheat.loader.check.VmLayout;
import dev.preheat.loader.image.LoadedImage;
import jdk.internal.misc.Unsafe;

/**
 * The classes of the image that the boot loader has defined. No Java object has a list of them, so
 * the VM's own is walked ({@code ClassLoaderData::_klasses}, src/hotspot/share/classfile/
 * classLoaderData.cpp), while the VM changes it.
 *
 * <p>What happens to that list: classes are put in front, by any thread ({@code add_class}); one
 * whose definition failed, or that a redefinition needed for a while, is taken out and freed, at a
 * safepoint ({@code free_deallocate_list}), and its memory may become another class. The memory
 * stays readable: the boot loader's metaspace gives none back. What is <em>permanent</em> is never
 * taken out: classes of an archive, array classes, and classes that are loaded.
 *
 * <p>The walk goes from one permanent class to the next. Nothing is ever put behind a class. So
 * when the one behind a permanent class is the same before and after it was read, it was in the
 * list all the time, and what was read is true. Classes that are not loaded are passed over in the
 * same way: each of them has to be behind the one before it still.
 *
 * <p>Only for the first of the list this would not hold: one may be freed and another one put in
 * front at the same address. So a walk starts at a permanent class: the first one where that is of
 * an archive, else one that is put in front for the purpose, a <em>mark</em>. Marks are a hidden
 * class and arrays of it: no archive has those, so that they are as new as they have to be.
 */
public class BootClasses {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** So many classes in a row that are not loaded; of more, those behind them have to wait. */
  private static final int LONGEST_GAP = 64;

  /** The VM takes classes out at safepoints only; nobody waits for one that has so many. */
  private static final int MOST_RESTARTS = 256;

  /** After so many looks, a class that is not loaded will not be: its definition has failed. */
  private static final int PATIENCE_LOOKS = 256;

  private static final int MAXIMUM_DIMENSIONS = 255;

  /** A mark takes memory for ever: the more there are, the more looks do without a new one. */
  private static final int MARKS_PER_PAUSE = 4;

  /** Taken out of the list while it was looked at. */
  private static final int GONE = 0;

  /** Not loaded yet, or never will be. */
  private static final int UNFINISHED = 1;

  private static final int ARRAY = 2;
  private static final int LOADED = 3;

  private final VmLayout layout;
  private final ClassNames names;
  private final long listHead;
  private final long archiveBase;
  private final long archiveTop;

  /** The image's classes that have been found, in that order. */
  private final int[] types;

  private final long[] klasses;
  private final boolean[] isFound;
  private int count;

  /** A permanent class, and those behind it that are not loaded, as the list has them. */
  private final long[] chain = new long[LONGEST_GAP + 1];

  /** Where the last walk started, and where the next one may end; both are permanent. */
  private long start;

  private long end;

  private Class<?> mark;
  private int marks;

  /** Looks since the last mark, and since all that was found was loaded. */
  private int looksWithoutMark;

  private int looksWithoutEnd;

  /**
   * The boot loader's list of this JVM.
   *
   * @param mark see {@link VmInstaller#define}
   */
  public BootClasses(LoadedImage image, VmLayout layout, Libjvm libjvm, Class<?> mark) {
    this(
        new ClassNames(image, layout),
        layout,
        image.count(TableNumber.CLASSES),
        UNSAFE.getLong(
                null,
                UNSAFE.getLong(Object.class, (long) layout.of[VmNumbers.MIRROR_KLASS])
                    + layout.of[VmNumbers.KLASS_CLASS_LOADER_DATA])
            + layout.of[VmNumbers.CLASS_LOADER_DATA_KLASSES],
        libjvm.word(layout.of[VmNumbers.LIBJVM_SHARED_BASE]),
        libjvm.word(layout.of[VmNumbers.LIBJVM_SHARED_TOP]),
        mark);
  }

  /**
   * Any list.
   *
   * @param size number of classes of the image
   * @param listHead where the address of the first class is
   * @param archiveBase where the VM's archives start
   * @param archiveTop where they end
   * @param mark the first mark
   */
  public BootClasses(
      ClassNames names,
      VmLayout layout,
      int size,
      long listHead,
      long archiveBase,
      long archiveTop,
      Class<?> mark) {
    this.names = names;
    this.layout = layout;
    this.listHead = listHead;
    this.archiveBase = archiveBase;
    this.archiveTop = archiveTop;
    types = new int[size];
    klasses = new long[size];
    isFound = new boolean[size];
    this.mark = mark;
  }

  /** Looks for classes that have been loaded. */
  final void look() {
    looksWithoutMark++;
    long first = UNSAFE.getLongVolatile(null, listHead);
    if (first != start) {
      long permanent = isArchived(first) ? first : newMark();
      start = permanent == 0 ? start : permanent;
    }
    if (start == end) {
      looksWithoutEnd = 0;
      return;
    }
    end = walk();
    if (++looksWithoutEnd == PATIENCE_LOOKS) {
      end = start;
    }
  }

  /** How many classes have been found. */
  final int count() {
    return count;
  }

  /** Index in the image of one that has been found. */
  final int type(int index) {
    return types[index];
  }

  /** {@code InstanceKlass*} of one that has been found. */
  final long klass(int index) {
    return klasses[index];
  }

  /**
   * Walks from {@link #start} to {@link #end}.
   *
   * @return where the next walk may end: what is behind is loaded, or an array class
   */
  private long walk() {
    long newEnd = start;
    boolean isOpen = isArchived(start) && kind(0, start) == UNFINISHED;
    chain[0] = start;
    int gap = 0;
    int restarts = 0;
    while (restarts < MOST_RESTARTS) {
      long klass = next(chain[gap]);
      // Only then it is a class at all, and not what was written over one that was freed.
      if (gap > 0 && !isStill(gap, klass)) {
        gap = 0;
        restarts++;
        continue;
      }
      if (klass == 0 || klass == end) {
        return isOpen ? klass : newEnd;
      }
      int kind = kind(gap, klass);
      if (kind == GONE) {
        gap = 0;
        restarts++;
      } else if (kind == UNFINISHED) {
        isOpen = true;
        if (isArchived(klass)) {
          gap = 0;
          chain[0] = klass;
        } else if (gap == LONGEST_GAP) {
          return end;
        } else {
          chain[++gap] = klass;
        }
      } else {
        newEnd = isOpen ? klass : newEnd;
        isOpen = false;
        gap = 0;
        chain[0] = klass;
      }
    }
    return end;
  }

  /** What a class is that is behind the last one of the chain; notes it, if it is loaded. */
  private int kind(int gap, long klass) {
    boolean isArchived = isArchived(klass);
    // Zero while an instance class is not parsed.
    int layoutHelper = layoutHelper(klass);
    if (!isArchived && !isStill(gap, klass)) {
      return GONE;
    }
    if (layoutHelper <= 0) {
      return layoutHelper < 0 ? ARRAY : UNFINISHED;
    }
    // Array classes have no state, and are smaller.
    int state = state(klass);
    if (!isArchived && !isStill(gap, klass)) {
      return GONE;
    }
    if (state == 0) {
      return UNFINISHED;
    }
    take(klass);
    return LOADED;
  }

  /**
   * Whether a class is still behind the last one of the chain, and each of these behind the one
   * before it. The last question is asked of the permanent one, and its answer says that the first
   * of the others is in the list; so the question that was asked of that one before was asked of a
   * class, and so on.
   */
  private boolean isStill(int gap, long klass) {
    long behind = klass;
    for (int i = gap; i >= 0; i--) {
      if (next(chain[i]) != behind) {
        return false;
      }
      behind = chain[i];
    }
    return true;
  }

  /** Notes a class that is loaded. */
  private void take(long klass) {
    int type = type(klass);
    if (type >= 0 && !isFound[type]) {
      isFound[type] = true;
      types[count] = type;
      klasses[count++] = klass;
    }
  }

  /** A permanent class that has just been put in front, 0 when it is not the time for one. */
  private long newMark() {
    if (looksWithoutMark < marks / MARKS_PER_PAUSE) {
      return 0;
    }
    if (marks > 0) {
      mark = marks % MAXIMUM_DIMENSIONS == 0 ? VmInstaller.define() : mark.arrayType();
    }
    marks++;
    looksWithoutMark = 0;
    return klassOf(mark);
  }

  private boolean isArchived(long klass) {
    return klass >= archiveBase && klass < archiveTop;
  }

  // What follows reads the VM's memory; tests put another one in its place.

  /** The class behind another one, 0 for none. */
  long next(long klass) {
    return UNSAFE.getLongVolatile(null, klass + layout.of[VmNumbers.KLASS_NEXT_LINK]);
  }

  /** Of an array class below zero; of an instance class above, once it is parsed. */
  int layoutHelper(long klass) {
    return UNSAFE.getIntVolatile(null, klass + layout.of[VmNumbers.KLASS_LAYOUT_HELPER]);
  }

  /** State of an instance class, 0 while it is not loaded. */
  int state(long klass) {
    return UNSAFE.getByteVolatile(null, klass + layout.of[VmNumbers.INSTANCE_KLASS_INIT_STATE]);
  }

  /** Index in the image of a class that is loaded, -1 for none. */
  int type(long klass) {
    return names.find(
        UNSAFE.getLong(null, klass + layout.of[VmNumbers.KLASS_NAME]), KindNumber.ROLE_BOOT);
  }

  /** The class of a mark. */
  long klassOf(Class<?> type) {
    return UNSAFE.getLong(type, (long) layout.of[VmNumbers.MIRROR_KLASS]);
  }
}
