// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import java.util.Objects;

/**
 * A name for a piece of a section.
 *
 * @param name any text without a zero; need not be unique unless it is exported
 * @param section the name of the section
 * @param offset where the piece starts, in bytes from the start of the section
 * @param size its size in bytes
 * @param kind what it is
 * @param exported whether the dynamic linker finds it ({@code dlsym}); every symbol is there for
 *     debuggers and the like
 */
public record ElfSymbol(
    String name, String section, long offset, long size, SymbolKind kind, boolean exported)
    implements Comparable<ElfSymbol> {
  public ElfSymbol {
    ElfNames.check(name, "symbol");
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(kind, "kind");
    if (offset < 0 || size < 0 || offset + size < 0) {
      throw new IllegalArgumentException(
          "the symbol '" + name + "' has offset " + offset + " and size " + size);
    }
  }

  /** By section, offset, size and name. */
  @Override
  public int compareTo(ElfSymbol other) {
    int order = section.compareTo(other.section);
    if (order == 0) {
      order = Long.compare(offset, other.offset);
    }
    if (order == 0) {
      order = Long.compare(size, other.size);
    }
    if (order == 0) {
      order = name.compareTo(other.name);
    }
    if (order == 0) {
      order = kind.compareTo(other.kind);
    }
    return order != 0 ? order : Boolean.compare(exported, other.exported);
  }
}
