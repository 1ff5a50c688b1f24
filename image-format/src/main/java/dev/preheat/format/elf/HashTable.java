// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The dynamic linker's hash table (gABI, "Hash Table"), which every one of them understands. */
final class HashTable {
  private HashTable() {}

  /**
   * The table for a dynamic symbol table.
   *
   * @param symbols the symbols behind the null entry, in order
   */
  static ByteBuffer of(List<ElfSymbol> symbols) {
    int buckets = Math.max(1, symbols.size());
    int chains = symbols.size() + 1;
    ByteBuffer table =
        ByteBuffer.allocate(Math.multiplyExact(2 + buckets + chains, Integer.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    table.putInt(0, buckets).putInt(Integer.BYTES, chains);
    int firstChain = (2 + buckets) * Integer.BYTES;
    for (int symbol = chains - 1; symbol > 0; symbol--) {
      int hash = hash(symbols.get(symbol - 1).name().getBytes(StandardCharsets.UTF_8));
      int bucket = (2 + hash % buckets) * Integer.BYTES;
      table.putInt(firstChain + symbol * Integer.BYTES, table.getInt(bucket));
      table.putInt(bucket, symbol);
    }
    return table;
  }

  /** Never negative: the top four bits are zero. */
  static int hash(byte[] name) {
    int hash = 0;
    for (byte each : name) {
      hash = (hash << 4) + (each & 0xff);
      int high = hash & 0xf0000000;
      hash ^= high >>> 24;
      hash &= ~high;
    }
    return hash;
  }
}
