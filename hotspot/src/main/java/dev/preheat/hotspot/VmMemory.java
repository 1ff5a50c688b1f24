// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot;

import java.nio.charset.StandardCharsets;

/** Reads the memory of the running VM by address; nothing is checked. */
public interface VmMemory {

  /** No name in the VM is as long. */
  int LONGEST_STRING = 1 << 10;

  /** The unsigned byte at an address. */
  int u1(long address);

  /** The unsigned 16-bit number at an address. */
  int u2(long address);

  /** The 32-bit number at an address. */
  int s4(long address);

  /** The 64-bit number at an address. */
  long s8(long address);

  /** The string of C at an address, of at most {@value #LONGEST_STRING} bytes. */
  default String string(long address) {
    byte[] bytes = new byte[LONGEST_STRING];
    int length = 0;
    while (length < bytes.length && u1(address + length) != 0) {
      bytes[length] = (byte) u1(address + length);
      length++;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
