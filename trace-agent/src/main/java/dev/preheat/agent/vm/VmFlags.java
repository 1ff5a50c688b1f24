package dev.preheat.agent.vm;

/** The VM's flags (jvmFlag.hpp). */
final class VmFlags {
  private final VmMemory memory;
  private final long flags;
  private final long count;
  private final long flagSize;
  private final long nameOffset;
  private final long addressOffset;

  public VmFlags(VmStructs structs) throws VmException {
    memory = structs.memory();
    flags = memory.word(structs.address("JVMFlag::flags"));
    count = memory.word(structs.address("JVMFlag::numFlags"));
    flagSize = structs.size("JVMFlag");
    nameOffset = structs.offset("JVMFlag::_name");
    addressOffset = structs.offset("JVMFlag::_addr");
  }

  /**
   * The value of a flag of type {@code intx}.
   *
   * @throws VmException if the VM has no such flag
   */
  long word(String name) throws VmException {
    for (long i = 0; i < count; i++) {
      long flag = flags + i * flagSize;
      long nameAddress = memory.word(flag + nameOffset);
      if (nameAddress != 0 && isName(nameAddress, name)) {
        return memory.word(memory.word(flag + addressOffset));
      }
    }
    throw new VmException("the VM has no flag " + name);
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
