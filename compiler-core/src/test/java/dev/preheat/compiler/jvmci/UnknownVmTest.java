package dev.preheat.compiler.jvmci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jdk.vm.ci.hotspot.HotSpotJVMCIRuntime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a user is told whose JVM does not describe what the compiler has to know. */
final class UnknownVmTest {

  private final VmTables tables = new VmTables();
  private final VmConfig config = new VmConfig(HotSpotJVMCIRuntime.runtime().getConfigStore());

  @Test
  void aField() {
    assertUnknown(
        "does not describe the field ConstantPool::_none",
        () -> tables.offset("ConstantPool::_none"));
    assertUnknown("does not describe the field Arguments::_none", () -> address("Arguments"));
  }

  @Test
  void aType() {
    assertUnknown("does not describe the type ConstantTub", () -> tables.size("ConstantTub"));
  }

  @Test
  void whatJvmciIsTold() {
    assertUnknown("has no JVMCI field Klass::_none", () -> config.field("Klass::_none"));
    assertUnknown("has no JVMCI constant Klass::none", () -> config.constant("Klass::none"));
    assertUnknown(
        "does not say the value of InstanceKlass::_init_state",
        () -> config.number("InstanceKlass::_init_state"));
  }

  @Test
  void whereItsBuildIdLies() {
    assertUnknown(
        "has its build id elsewhere in memory than in its file",
        () -> VmTables.checkSamePlace(new byte[] {1, 2}, new byte[] {1, 3}));
  }

  /** Both shapes are those of a JDK 25: one of an early update, one of a later. */
  @Test
  void bootstrapMethodsAreDescribedInOneOfTwoWays() {
    assertEquals(
        tables.describes("ConstantPool::_operands"),
        !tables.describes("ConstantPool::_bsm_entries"));
  }

  private long address(String type) {
    return tables.address(type + "::_none");
  }

  private static void assertUnknown(String what, Executable read) {
    assertEquals(
        System.getProperty("java.vm.name")
            + " "
            + System.getProperty("java.vm.version")
            + " ("
            + System.getProperty("java.vm.vendor")
            + ") "
            + what
            + "; build the image with another update of JDK 25, or with a newer Preheat",
        assertThrows(UnknownVmException.class, read).getMessage());
  }
}
