// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot;

import java.util.Optional;

/** The flags of the running JVM (src/hotspot/share/runtime/flags/jvmFlag.hpp). */
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

  private final VmMemory memory;
  private final long flags;
  private final long count;
  private final int flagBytes;
  private final int nameOffset;
  private final int addressOffset;
  private final int typeOffset;

  /**
   * Finds the flags.
   *
   * @throws UnknownVmException if the JVM does not say where they are
   */
  public VmFlags(VmStructs structs) {
    memory = structs.memory();
    flags = memory.s8(structs.address("JVMFlag::flags"));
    count = memory.s8(structs.address("JVMFlag::numFlags"));
    flagBytes = structs.size("JVMFlag");
    nameOffset = structs.offset("JVMFlag::_name");
    addressOffset = structs.offset("JVMFlag::_addr");
    typeOffset = structs.offset("JVMFlag::_type");
  }

  /** The flag of that name, if there is one, and it is a truth value or a whole number. */
  public Optional<Flag> find(String name) {
    for (long i = 0; i < count; i++) {
      long flag = flags + i * flagBytes;
      long text = memory.s8(flag + nameOffset);
      if (text != 0 && isName(text, name)) {
        return flag(name, memory.s8(flag + addressOffset), memory.s4(flag + typeOffset));
      }
    }
    return Optional.empty();
  }

  private static Optional<Flag> flag(String name, long address, int type) {
    return address == 0 || type >= TYPE_STRINGS || type == TYPE_DOUBLE
        ? Optional.empty()
        : Optional.of(new Flag(name, address, bytes(type)));
  }

  /**
   * Sizes of {@code JVMFlag::FlagType}, in order: bool, int, uint, intx, uintx, uint64_t, size_t,
   * double, ccstr, ccstrlist.
   */
  private static int bytes(int type) {
    return switch (type) {
      case TYPE_BOOL -> 1;
      case TYPE_INT, TYPE_UINT -> Integer.BYTES;
      default -> Long.BYTES;
    };
  }

  private boolean isName(long address, String name) {
    for (int i = 0; i < name.length(); i++) {
      if (memory.u1(address + i) != name.charAt(i)) {
        return false;
      }
    }
    return memory.u1(address + name.length()) == 0;
  }
}
