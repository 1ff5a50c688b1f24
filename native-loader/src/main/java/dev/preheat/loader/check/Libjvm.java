// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.check;

import dev.preheat.hotspot.VmNumbers;
import dev.preheat.loader.outcome.Refusal;
import jdk.internal.misc.Unsafe;

/** The VM's library in memory: which addresses of it can be read. */
public final class Libjvm {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int PAGE_BYTES = 4096;

  /** Of a GNU build id. */
  static final int BUILD_ID_BYTES = 20;

  // Of the ELF64 header and program headers.
  private static final int ELF_MAGIC = 0x464C457F;
  private static final int PROGRAM_HEADERS = 32;
  private static final int PROGRAM_HEADER_BYTES = 54;
  private static final int PROGRAM_HEADER_COUNT = 56;
  private static final int MAXIMUM_PROGRAM_HEADERS = 64;
  private static final int TYPE_LOAD = 1;
  private static final int FLAG_READ = 4;
  private static final int SEGMENT_FLAGS = 4;
  private static final int SEGMENT_ADDRESS = 16;
  private static final int SEGMENT_BYTES = 40;

  /** Address of the first byte. */
  public final long base;

  private final long[] starts;
  private final long[] ends;

  private Libjvm(long base) {
    this.base = base;
    int count = UNSAFE.getShort(null, base + PROGRAM_HEADER_COUNT);
    if (UNSAFE.getInt(null, base) != ELF_MAGIC || count <= 0 || count > MAXIMUM_PROGRAM_HEADERS) {
      throw notFound("an ELF header", "none");
    }
    long headers = base + UNSAFE.getLong(null, base + PROGRAM_HEADERS);
    int headerBytes = UNSAFE.getShort(null, base + PROGRAM_HEADER_BYTES);
    int readable = 0;
    for (int i = 0; i < count; i++) {
      readable += isReadable(headers + (long) i * headerBytes) ? 1 : 0;
    }
    starts = new long[readable];
    ends = new long[readable];
    for (int i = 0, segment = 0; segment < readable; i++) {
      long header = headers + (long) i * headerBytes;
      if (isReadable(header)) {
        starts[segment] = UNSAFE.getLong(null, header + SEGMENT_ADDRESS);
        ends[segment] = starts[segment] + UNSAFE.getLong(null, header + SEGMENT_BYTES);
        segment++;
      }
    }
  }

  private static boolean isReadable(long header) {
    return UNSAFE.getInt(null, header) == TYPE_LOAD
        && (UNSAFE.getInt(null, header + SEGMENT_FLAGS) & FLAG_READ) != 0;
  }

  /**
   * Finds the library of this JVM, by a class of this module, and compares its build id.
   *
   * @param buildId as in the image, hexadecimal
   */
  static Libjvm find(VmLayout layout, String buildId) {
    long klass = UNSAFE.getLong(Libjvm.class, layout.of[VmNumbers.MIRROR_KLASS]);
    long firstVirtual = UNSAFE.getLong(null, UNSAFE.getLong(null, klass));
    long base = firstVirtual - layout.of[VmNumbers.LIBJVM_FIRST_VIRTUAL];
    if (base <= 0 || base % PAGE_BYTES != 0) {
      throw notFound("a page-aligned address", Long.toHexString(base));
    }
    Libjvm libjvm = new Libjvm(base);
    if (!libjvm.contains(layout.of[VmNumbers.LIBJVM_BUILD_ID], BUILD_ID_BYTES)) {
      throw noBuildId(layout.of[VmNumbers.LIBJVM_BUILD_ID]);
    }
    byte[] found = new byte[BUILD_ID_BYTES];
    for (int i = 0; i < BUILD_ID_BYTES; i++) {
      found[i] = UNSAFE.getByte(null, base + layout.of[VmNumbers.LIBJVM_BUILD_ID] + i);
    }
    VmIdentity.checkBuildId(buildId, found);
    return libjvm;
  }

  /** Offset from the base of the end of what can be read. */
  long end() {
    long end = 0;
    for (int i = 0; i < ends.length; i++) {
      end = Math.max(end, ends[i]);
    }
    return end;
  }

  /** Whether bytes at an offset from the base can be read. */
  public boolean contains(long offset, int bytes) {
    for (int i = 0; i < starts.length; i++) {
      if (offset >= starts[i] && offset <= ends[i] - bytes) {
        return true;
      }
    }
    return false;
  }

  /**
   * The word at an offset from the base.
   *
   * @throws Refusal when it cannot be read
   */
  public long word(int offset) {
    if (!contains(offset, Long.BYTES)) {
      throw Refusal.damaged("the VM's layout", "an offset in libjvm", Integer.toString(offset));
    }
    return UNSAFE.getLong(null, base + offset);
  }

  static Refusal noBuildId(int offset) {
    return notFound("a build id within it", Integer.toString(offset));
  }

  private static Refusal notFound(String expected, String found) {
    return VmIdentity.otherVm("the VM's library", expected, found);
  }
}
