// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.check;

import dev.preheat.hotspot.VmNumbers;
import dev.preheat.hotspot.archive.ArchiveDigest;
import jdk.internal.misc.Unsafe;

/**
 * The class data archive of this JVM, if it is one that is known to hold the very classes that the
 * compiler saw: the JDK's own when the image was made, which the image names, or the AOT cache that
 * was made with the image, which the args file names. Of every other the VM looks at little: its
 * classes can be of older jars (JDK-8377932), or of another {@code lib/modules} around the same
 * libjvm.
 *
 * <p>Only the static archive counts, not a dynamic one on top of it.
 */
public final class NamedArchive {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Where its classes start; 0 like the end when there is no such archive. */
  public final long base;

  /** Where they end. */
  public final long top;

  /** Whether it was made with the image: classes of the program in it are the image's, too. */
  public final boolean isOfProgram;

  /**
   * Looks at the archive that the VM has mapped.
   *
   * @param ofJdk digests that the image names, with commas between them
   * @param ofProgram the digest that the args file names; empty for none
   */
  public NamedArchive(VmLayout layout, Libjvm libjvm, String ofJdk, String ofProgram) {
    String digest = "";
    long header = ofJdk.isEmpty() && ofProgram.isEmpty() ? 0 : header(layout, libjvm);
    if (header != 0) {
      digest =
          new ArchiveDigest(
                  new NativeMemory(),
                  layout.of[VmNumbers.FILE_MAP_HEADER_REGIONS],
                  layout.of[VmNumbers.FILE_MAP_REGION_BYTES],
                  layout.of[VmNumbers.FILE_MAP_REGION_USED])
              .of(header);
    }
    isOfProgram = !digest.isEmpty() && digest.equals(ofProgram);
    // All digests have the same length.
    if (isOfProgram || (!digest.isEmpty() && ofJdk.contains(digest))) {
      long writable = header + layout.of[VmNumbers.FILE_MAP_HEADER_REGIONS];
      long readOnly = writable + layout.of[VmNumbers.FILE_MAP_REGION_BYTES];
      base = UNSAFE.getLong(null, writable + layout.of[VmNumbers.FILE_MAP_REGION_MAPPED_BASE]);
      long last = UNSAFE.getLong(null, readOnly + layout.of[VmNumbers.FILE_MAP_REGION_MAPPED_BASE]);
      long lastBytes = UNSAFE.getLong(null, readOnly + layout.of[VmNumbers.FILE_MAP_REGION_USED]);
      // What is not mapped has no address (src/hotspot/share/cds/filemap.cpp, unmap_region).
      top = base == 0 || last < base ? 0 : last + lastBytes;
    } else {
      base = 0;
      top = 0;
    }
  }

  /** {@code FileMapHeader*} of the static archive, which stays while it is mapped; else 0. */
  private static long header(VmLayout layout, Libjvm libjvm) {
    long info = libjvm.word(layout.of[VmNumbers.LIBJVM_ARCHIVE]);
    return info == 0 ? 0 : UNSAFE.getLong(null, info + layout.of[VmNumbers.FILE_MAP_INFO_HEADER]);
  }
}
