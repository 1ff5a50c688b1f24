package dev.preheat.hotspot;

/** Reads the memory of the running VM by address; nothing is checked. */
public interface VmMemory {

  /** The unsigned byte at an address. */
  int u1(long address);

  /** The unsigned 16-bit number at an address. */
  int u2(long address);

  /** The 32-bit number at an address. */
  int s4(long address);

  /** The 64-bit number at an address. */
  long s8(long address);
}
