// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.image.model.ImageModel.External;
import dev.preheat.format.image.model.ImageModel.LibjvmAddress;
import org.junit.jupiter.api.Test;

class CounterOverflowTest {

  /** Functions of libjvm start at multiples of 16; few other addresses do. */
  private static final int ALIGNMENT = 16;

  @Test
  void theRoutineIsAFunctionOfLibjvm() {
    VmTables tables = new VmTables();
    long address = new CounterOverflow(tables).address();

    assertTrue(tables.contains(address), Long.toHexString(address));
    assertEquals(0, address % ALIGNMENT, Long.toHexString(address));
    assertEquals(address, new CounterOverflow(tables).address());
  }

  @Test
  void aCallOfItHasItsName() {
    CompilerVm vm = new CompilerVm();
    External external = vm.addresses().find(vm.addresses().counterOverflow());

    assertInstanceOf(LibjvmAddress.class, external);
    assertEquals("Runtime1::counter_overflow", external.name());
    assertEquals(vm.addresses().counterOverflow() - vm.tables().base(), external.offset());
  }
}
