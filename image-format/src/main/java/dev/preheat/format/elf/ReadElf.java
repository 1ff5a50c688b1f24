// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import java.util.SortedMap;

/**
 * A shared object as a file holds it.
 *
 * @param file what it holds
 * @param buildId its build id in lower-case hexadecimal
 * @param offsets the file offset of each section, in bytes, by the section's name
 */
public record ReadElf(ElfFile file, String buildId, SortedMap<String, Long> offsets) {}
