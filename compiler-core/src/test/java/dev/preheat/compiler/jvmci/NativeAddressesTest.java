// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.compiler.outcome.OmissionException;
import dev.preheat.compiler.outcome.OmissionReason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.vm.ci.hotspot.HotSpotJVMCIRuntime;
import jdk.vm.ci.hotspot.VMField;
import org.junit.jupiter.api.Test;

class NativeAddressesTest {

  private static final long HEAP = 0x55d0_c8a0_0000L;
  private static final long HEAP_BYTES = 0x10_0000L;
  private static final long HEAP_GROWTH = 1L << 32;
  private static final long KNOWN = 0x6_0000_1230L;
  private static final int MOVABS = 2 + Long.BYTES;

  private final NativeAddresses addresses =
      new NativeAddresses(
          List.of(
              "55d0c7800000-55d0c7801000 r--p 00000000 fd:00 12      /opt/jdk-25/bin/java",
              "55d0c8a00000-55d0c8b00000 rw-p 00000000 00:00 0       [heap]",
              "7f0000000000-7f0000021000 rw-p 00000000 00:00 0"),
          Set.of(KNOWN, 7L));

  @Test
  void theHeapOfAnExecutableThatIsMovedIsAPlaceOfAddresses() {
    for (long address : new long[] {HEAP, HEAP + HEAP_BYTES, HEAP + HEAP_BYTES + HEAP_GROWTH - 1}) {
      assertTrue(addresses.contains(address));
      assertTrue(addresses.isDistinct(address));
    }
    for (long number : new long[] {0, 7, HEAP - 1, HEAP + HEAP_BYTES + HEAP_GROWTH}) {
      assertFalse(addresses.contains(number));
      assertFalse(addresses.isDistinct(number));
    }
  }

  /** Many numbers of programs are there. */
  @Test
  void aHeapAmongSmallNumbersIsNone() {
    NativeAddresses low =
        new NativeAddresses(
            List.of("01a3f000-01a60000 rw-p 00000000 00:00 0          [heap]"), Set.of());

    assertFalse(low.contains(0x1a4_0000L));
    assertFalse(low.contains(HEAP_GROWTH + 1));
  }

  /** In code only: a number of 8 bytes in data may be two of 4. */
  @Test
  void whatIsMappedIsAnAddressInCode() {
    assertTrue(addresses.contains(0x7f12_3456_7890L));
    assertFalse(addresses.isDistinct(0x7f12_3456_7890L));
    assertFalse(addresses.contains(0x8000_0000_0000L));
  }

  /** With a stack without limit Linux maps elsewhere, upwards. */
  @Test
  void whatIsMappedAroundALowLibjvmIsAnAddressInCode() {
    NativeAddresses low =
        new NativeAddresses(
            List.of(
                "153134000000-153135000000 r-xp 00000000 fd:00 12  /opt/jdk/lib/server/libjvm.so"),
            Set.of());

    for (long address : new long[] {0x1531_3400_0008L, 0x1530_0000_0000L, 0x2aaa_0000_0000L}) {
      assertTrue(low.contains(address));
    }
    assertFalse(low.contains(0x0531_3400_0008L));
    assertFalse(addresses.contains(0x1531_3400_0008L));
  }

  /** Wherever this JVM lies, and its variables, whatever they hold. */
  @Test
  void theVmAndItsVariablesAreKnown() {
    VmConfig config = new VmConfig(HotSpotJVMCIRuntime.runtime().getConfigStore());
    NativeAddresses own = NativeAddresses.of(config);

    for (VMField field : config.fields().values()) {
      if (field.isStatic()) {
        assertTrue(own.isDistinct(field.address), field.name);
        assertTrue(own.contains(field.address - 1), field.name);
      }
    }
  }

  /** With the values that the VM has, and not those that stand for them. */
  @Test
  void theVmTellsOfItsOwn() {
    VmConfig config = new VmConfig(HotSpotJVMCIRuntime.runtime().getConfigStore());
    VMField field = config.field("CompilerToVM::Data::SharedRuntime_deopt_blob_unpack");
    Long address = (Long) field.value;
    JvmciInternals internals = new JvmciInternals();
    internals.setVmField(field, CodeSymbolizer.SENTINEL);
    try {
      NativeAddresses own = NativeAddresses.of(config);

      assertTrue(own.isDistinct(address));
      assertFalse(own.isDistinct(CodeSymbolizer.SENTINEL));
      Long routine = config.addresses().get("os::javaTimeMillis");
      assertTrue(own.isDistinct(routine));
    } finally {
      internals.setVmField(field, address);
    }
  }

  @Test
  void anAddressLeavesCodeOut() {
    for (long address : new long[] {HEAP, KNOWN, 0x7f12_3456_7890L}) {
      assertOmitted("address in the code", movabs(address), new byte[0]);
    }
    assertOmitted("address in the data section", movabs(0), number(HEAP + 8));
    assertOmitted("address in the data section", movabs(0), number(KNOWN));
  }

  @Test
  void otherNumbersDoNot() {
    for (long number : new long[] {7, HEAP - 1, KNOWN + 1}) {
      assertDoesNotThrow(() -> find(movabs(number), number(number)));
    }
    // No instruction has it.
    byte[] code = movabs(HEAP);
    code[0] = 0;
    assertDoesNotThrow(() -> find(code, new byte[0]));
  }

  private void assertOmitted(String detail, byte[] code, byte[] data) {
    OmissionException e = assertThrows(OmissionException.class, () -> find(code, data));
    assertEquals(OmissionReason.UNKNOWN_ADDRESS, e.reason());
    assertEquals(detail, e.getMessage());
  }

  private void find(byte[] code, byte[] data) throws OmissionException {
    CodeSymbolizer.findSentinels(new CodeBytes(code, data, 8, 16), Map.of(), addresses);
  }

  /** REX.W, B8: to rax. */
  private static byte[] movabs(long number) {
    return ByteBuffer.allocate(MOVABS)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0x48)
        .put((byte) 0xB8)
        .putLong(number)
        .array();
  }

  private static byte[] number(long number) {
    return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array();
  }
}
