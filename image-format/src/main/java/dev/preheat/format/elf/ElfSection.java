// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * A section with contents of its own, as opposed to those that describe the file.
 *
 * @param name its name, as in {@code .text}
 * @param kind what it holds
 * @param contents its bytes, from position to limit of the buffer that is given; they are not
 *     copied and must not change
 */
public record ElfSection(String name, SectionKind kind, ByteBuffer contents) {
  public ElfSection {
    ElfNames.check(name, "section");
    Objects.requireNonNull(kind, "kind");
    contents = contents.slice().asReadOnlyBuffer();
  }

  /** The bytes, in a read-only buffer of the caller's own, from position 0, big-endian. */
  @Override
  public ByteBuffer contents() {
    return contents.duplicate();
  }
}
