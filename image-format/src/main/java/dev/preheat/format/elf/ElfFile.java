// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A shared object for Linux on x86-64, by what it holds. What follows from that (program headers,
 * the dynamic linker's tables, symbol tables, the build id) is added by {@link ElfWriter}.
 *
 * @param name its {@code DT_SONAME}
 * @param sections in the order of the file: the first starts at {@link #FIRST_OFFSET}, each further
 *     one at the next multiple of {@link #PAGE_SIZE}; addresses are file offsets
 * @param symbols names in those sections, sorted
 */
public record ElfFile(String name, List<ElfSection> sections, List<ElfSymbol> symbols) {
  /** File offset and address of the first section, in bytes. */
  public static final int FIRST_OFFSET = 4096;

  /** What section offsets are multiples of, in bytes. */
  public static final int PAGE_SIZE = 4096;

  /** How many sections a file can have: their program headers have to fit before the first one. */
  public static final int MAXIMUM_SECTIONS = 32;

  private static final Set<String> RESERVED =
      Set.of(
          ".note.gnu.build-id",
          ".hash",
          ".dynsym",
          ".dynstr",
          ".dynamic",
          ".symtab",
          ".strtab",
          ".shstrtab");

  /**
   * Checks that everything fits together.
   *
   * @throws IllegalArgumentException if it does not, with the reason
   */
  public ElfFile {
    ElfNames.check(name, "file");
    sections = List.copyOf(sections);
    symbols = symbols.stream().sorted().toList();
    Map<String, Integer> sizes = checkSections(sections);
    checkSymbols(symbols, sizes);
  }

  /**
   * The section of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public ElfSection section(String sectionName) {
    for (ElfSection section : sections) {
      if (section.name().equals(sectionName)) {
        return section;
      }
    }
    throw new IllegalArgumentException(name + " has no section '" + sectionName + "'");
  }

  private static Map<String, Integer> checkSections(List<ElfSection> sections) {
    if (sections.isEmpty() || sections.size() > MAXIMUM_SECTIONS) {
      throw new IllegalArgumentException(
          "a shared object has 1 to " + MAXIMUM_SECTIONS + " sections, not " + sections.size());
    }
    Map<String, Integer> sizes = new HashMap<>();
    for (ElfSection section : sections) {
      String name = section.name();
      if (RESERVED.contains(name) || sizes.put(name, section.contents().remaining()) != null) {
        throw new IllegalArgumentException("there is another section '" + name + "'");
      }
      if (!section.contents().hasRemaining()) {
        throw new IllegalArgumentException("the section '" + name + "' is empty");
      }
    }
    return sizes;
  }

  private static void checkSymbols(List<ElfSymbol> symbols, Map<String, Integer> sizes) {
    Set<String> exported = new HashSet<>();
    for (ElfSymbol symbol : symbols) {
      Integer size = sizes.get(symbol.section());
      if (size == null || symbol.offset() + symbol.size() > size) {
        throw new IllegalArgumentException(
            "the symbol '" + symbol.name() + "' is not within a section: " + symbol);
      }
      if (symbol.exported() && !exported.add(symbol.name())) {
        throw new IllegalArgumentException("two exported symbols '" + symbol.name() + "'");
      }
    }
  }
}
