// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot.archive;

import dev.preheat.hotspot.VmField;
import dev.preheat.hotspot.VmMemory;
import dev.preheat.hotspot.content.NameHash;

/**
 * Digest of a static class data archive of the VM (the JDK's own, an AOT cache), from the archive's
 * header, which is the same in the file and in the memory of a VM that has mapped the archive: the
 * header's CRC-32 and, of each of the two regions that hold classes, CRC-32 and size. Whoever dumps
 * an archive computes all of them, whatever the flags (src/hotspot/share/cds/filemap.cpp,
 * FileMapInfo::write_region, and cds/archiveBuilder.cpp, ArchiveBuilder::write_archive), over what
 * is written: where the archive comes to lie, or is relocated to, changes none of them.
 *
 * <p>So no other archive has the digest by accident: both regions would have to have the same
 * CRC-32, and the header, in which the sums of all regions, their sizes and the JVM's version are.
 */
public final class ArchiveDigest {

  /** Name of the property of an image that holds the digests of the JDK's own archives. */
  public static final String PROPERTY = "jdk.archives";

  /** Number of regions that hold classes; they come first (MetaspaceShared::rw and ro). */
  static final int REGIONS = 2;

  /** Of a static archive, src/hotspot/share/include/cds.h, CDS_ARCHIVE_MAGIC. */
  static final int MAGIC = 0xF00BABA2;

  /** Offset in GenericCDSFileMapHeader. */
  static final int CRC = 4;

  private static final int DIGITS = 16;

  private final VmMemory memory;
  private final int regions;
  private final int regionBytes;
  private final int used;

  /**
   * Creates a reader.
   *
   * @param regions {@link VmField#FILE_MAP_HEADER_REGIONS}
   * @param regionBytes {@link VmField#FILE_MAP_REGION_BYTES}
   * @param used {@link VmField#FILE_MAP_REGION_USED}
   */
  public ArchiveDigest(VmMemory memory, int regions, int regionBytes, int used) {
    this.memory = memory;
    this.regions = regions;
    this.regionBytes = regionBytes;
    this.used = used;
  }

  /**
   * The digest of an archive, as sixteen hexadecimal digits.
   *
   * @param header {@code FileMapHeader*}
   * @return empty when it is no static archive
   */
  public String of(long header) {
    if (memory.s4(header) != MAGIC) {
      return "";
    }
    long hash = NameHash.start(memory.s4(header + CRC));
    for (int i = 0; i < REGIONS; i++) {
      long region = header + regions + (long) i * regionBytes;
      // The CRC-32 comes first in a CDSFileMapRegion.
      hash = NameHash.mix(NameHash.mix(hash, memory.s4(region)), memory.s8(region + used));
    }
    char[] digits = new char[DIGITS];
    for (int i = DIGITS - 1; i >= 0; i--, hash >>>= 4) {
      digits[i] = Character.forDigit((int) hash & 15, 16);
    }
    return new String(digits);
  }
}
