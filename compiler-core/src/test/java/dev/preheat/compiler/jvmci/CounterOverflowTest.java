// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.image.model.ExternalKind;
import dev.preheat.format.image.model.ImageModel.External;
import jdk.vm.ci.hotspot.HotSpotJVMCIRuntime;
import jdk.vm.ci.hotspot.HotSpotVMConfigAccess;
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

    assertEquals(ExternalKind.ADDRESS, external.kind());
    assertEquals("Runtime1::counter_overflow", external.name());
    assertEquals(vm.addresses().counterOverflow() - vm.tables().base(), external.offset());
  }

  /** What the loader and the code have as numbers of their own is what the VM has. */
  @Test
  void theVmHasTheseNumbers() {
    CompilerVm vm = new CompilerVm();

    assertEquals(2, vm.config().constant("CompLevel_limited_profile"));
    assertEquals(3, vm.config().constant("CompLevel_full_profile"));
    assertEquals(4, vm.config().constant("CompLevel_full_optimization"));
    assertEquals(1, vm.tables().structs().size("CompLevel"));
    HotSpotVMConfigAccess flags =
        new HotSpotVMConfigAccess(HotSpotJVMCIRuntime.runtime().getConfigStore());
    assertEquals(8000, flags.getFlag("HugeMethodLimit", Integer.class));
    assertEquals(35, flags.getFlag("MaxInlineSize", Integer.class));
    assertEquals(11, flags.getFlag("Tier2InvokeNotifyFreqLog", Integer.class));
  }
}
