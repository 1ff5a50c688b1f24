// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import static dev.preheat.format.elf.ElfConstants.SHDR_SIZE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The section header table under construction; its first entry is null. */
final class SectionTable {
  private final StringTable names = new StringTable();
  private final Map<String, Integer> nameOffsets = new HashMap<>(Map.of("", 0));
  private final Map<String, Integer> indices = new HashMap<>();
  private final List<String> order = new ArrayList<>(List.of(""));
  private final List<SectionHeader> headers = new ArrayList<>(List.of(SectionHeader.NULL));

  void add(String name, SectionHeader header) {
    addName(name);
    indices.put(name, headers.size());
    order.add(name);
    headers.add(header);
  }

  /** Adds only the name: the section that holds the names has to hold its own. */
  void addName(String name) {
    nameOffsets.computeIfAbsent(name, names::add);
  }

  /** The names so far. */
  ByteBuffer names() {
    return names.toBuffer();
  }

  int size() {
    return headers.size();
  }

  int indexOf(String name) {
    return indices.get(name);
  }

  SectionHeader header(int index) {
    return headers.get(index);
  }

  SectionHeader header(String name) {
    return headers.get(indexOf(name));
  }

  ByteBuffer toBuffer() {
    ByteBuffer out = ByteBuffer.allocate(headers.size() * SHDR_SIZE).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < headers.size(); i++) {
      headers.get(i).write(nameOffsets.get(order.get(i)), out);
    }
    return out.flip();
  }
}
