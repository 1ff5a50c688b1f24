package dev.preheat.compiler.jvmci;

import java.util.Map;
import java.util.TreeMap;

/**
 * The flags of the running JVM with their places in libjvm
 * (src/hotspot/share/runtime/flags/jvmFlag.hpp).
 */
public final class VmFlags {

  /**
   * A flag.
   *
   * @param address of its value
   * @param bytes size of its value
   */
  public record Flag(String name, long address, int bytes) {}

  private static final int TYPE_BOOL = 0;
  private static final int TYPE_INT = 1;
  private static final int TYPE_UINT = 2;
  private static final int TYPE_DOUBLE = 7;
  private static final int TYPE_STRINGS = 8;

  private final Map<String, Flag> flags = new TreeMap<>();

  public VmFlags(VmTables tables) {
    long stride = tables.size("JVMFlag");
    long count = RawMemory.u8(tables.address("JVMFlag::numFlags"));
    long entry = RawMemory.u8(tables.address("JVMFlag::flags"));
    for (long i = 0; i < count; i++, entry += stride) {
      String name = RawMemory.string(RawMemory.u8(entry + tables.offset("JVMFlag::_name")));
      long address = RawMemory.u8(entry + tables.offset("JVMFlag::_addr"));
      int type = RawMemory.u4(entry + tables.offset("JVMFlag::_type"));
      if (name != null && address != 0 && type < TYPE_STRINGS && type != TYPE_DOUBLE) {
        flags.put(name, new Flag(name, address, bytes(type)));
      }
    }
  }

  /** The flag, or null where this JVM has none of that name. */
  public Flag find(String name) {
    return flags.get(name);
  }

  /**
   * Sizes of JVMFlag::FlagType, in order: bool, int, uint, intx, uintx, uint64_t, size_t, double,
   * ccstr, ccstrlist.
   */
  private static int bytes(int type) {
    return switch (type) {
      case TYPE_BOOL -> 1;
      case TYPE_INT, TYPE_UINT -> 4;
      default -> 8;
    };
  }
}
