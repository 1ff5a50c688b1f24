// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A memory with a VM's tables in it. */
final class FakeVm implements VmMemory, VmSymbols {

  private static final int BYTES = 1 << 16;
  private static final int WORDS_OF_ENTRY = 5;

  private record Entry(String type, String field, boolean isStatic, long value) {}

  private record FlagEntry(String name, int type, long address) {}

  private final ByteBuffer memory = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final Map<String, Long> symbols = new HashMap<>();
  private final List<Entry> fields = new ArrayList<>();
  private final List<Entry> types = new ArrayList<>();
  private final List<FlagEntry> flags = new ArrayList<>();
  private int end = Long.BYTES;

  FakeVm field(String type, String name, long offset) {
    fields.add(new Entry(type, name, false, offset));
    return this;
  }

  FakeVm staticField(String type, String name, long address) {
    fields.add(new Entry(type, name, true, address));
    return this;
  }

  FakeVm type(String name, long size) {
    types.add(new Entry(name, "", false, size));
    return this;
  }

  FakeVm flag(String name, int type, long address) {
    flags.add(new FlagEntry(name, type, address));
    return this;
  }

  /** Lays all of that out and reads it. */
  VmStructs structs() {
    layOutFlags();
    symbols.put("gHotSpotVMStructEntryTypeNameOffset", 0L);
    symbols.put("gHotSpotVMStructEntryFieldNameOffset", 8L);
    symbols.put("gHotSpotVMStructEntryIsStaticOffset", 16L);
    symbols.put("gHotSpotVMStructEntryOffsetOffset", 24L);
    symbols.put("gHotSpotVMStructEntryAddressOffset", 32L);
    symbols.put("gHotSpotVMStructEntryArrayStride", (long) WORDS_OF_ENTRY * Long.BYTES);
    symbols.put("gHotSpotVMTypeEntryTypeNameOffset", 0L);
    symbols.put("gHotSpotVMTypeEntrySizeOffset", 24L);
    symbols.put("gHotSpotVMTypeEntryArrayStride", (long) WORDS_OF_ENTRY * Long.BYTES);
    symbols.put("gHotSpotVMStructs", layOut(fields));
    symbols.put("gHotSpotVMTypes", layOut(types));
    return new VmStructs(this, this);
  }

  private void layOutFlags() {
    int bytes = 3 * Long.BYTES;
    long count = allocate(Long.BYTES);
    memory.putLong((int) count, flags.size());
    int table = (int) allocate(bytes * (flags.size() + 1));
    long pointer = allocate(Long.BYTES);
    memory.putLong((int) pointer, table);
    for (int i = 0; i < flags.size(); i++) {
      FlagEntry flag = flags.get(i);
      memory.putLong(table + i * bytes, text(flag.name()));
      memory.putLong(table + i * bytes + 8, flag.address());
      memory.putInt(table + i * bytes + 16, flag.type());
    }
    staticField("JVMFlag", "flags", pointer).staticField("JVMFlag", "numFlags", count);
    field("JVMFlag", "_name", 0).field("JVMFlag", "_addr", 8).field("JVMFlag", "_type", 16);
    type("JVMFlag", bytes);
  }

  /** A table that ends with an entry without a name. */
  private long layOut(List<Entry> entries) {
    int table = (int) allocate((entries.size() + 1) * WORDS_OF_ENTRY * Long.BYTES);
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      int at = table + i * WORDS_OF_ENTRY * Long.BYTES;
      memory.putLong(at, text(entry.type()));
      memory.putLong(at + 8, text(entry.field()));
      memory.putInt(at + 16, entry.isStatic() ? 1 : 0);
      memory.putLong(at + (entry.isStatic() ? 32 : 24), entry.value());
    }
    return table;
  }

  private long text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int at = (int) allocate(bytes.length + 1);
    memory.put(at, bytes);
    return at;
  }

  private long allocate(int bytes) {
    int at = end;
    end += (bytes + Long.BYTES - 1) & -Long.BYTES;
    return at;
  }

  @Override
  public long word(String variable) {
    Long value = symbols.get(variable);
    if (value == null) {
      throw new UnknownVmException("does not export the symbol " + variable);
    }
    return value;
  }

  @Override
  public int u1(long address) {
    return memory.get((int) address) & 0xFF;
  }

  @Override
  public int u2(long address) {
    return memory.getShort((int) address) & 0xFFFF;
  }

  @Override
  public int s4(long address) {
    return memory.getInt((int) address);
  }

  @Override
  public long s8(long address) {
    return memory.getLong((int) address);
  }
}
