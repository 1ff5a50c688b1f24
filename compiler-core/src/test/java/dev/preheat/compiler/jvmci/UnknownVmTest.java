// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.preheat.hotspot.UnknownVmException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
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
    assertUnknown(
        "does not describe the type ConstantTub", () -> tables.structs().size("ConstantTub"));
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

  @Test
  void whatLibjvmSaysOfItself() {
    assertUnknown("does not export the symbol gNone", () -> tables.symbol("gNone"));
    assertUnknown(
        "does not run from /jdk/lib/server/libjvm.so",
        () ->
            VmTables.base(
                List.of("7f0000000000-7f0000001000 r--p 00000000 fe:00 1  /usr/lib/libc.so.6"),
                Path.of("/jdk/lib/server/libjvm.so")));
    try (Arena arena = Arena.ofConfined()) {
      long withoutSegments = arena.allocate(64).address();
      assertUnknown(
          "has no GNU build id in libjvm.so",
          () -> VmTables.buildIdOffset(withoutSegments, Path.of("libjvm.so")));
    }
  }

  @Test
  void whereTheVmKeepsWhatItKnowsOfALoader() {
    assertUnknown(
        "has class loaders that do not point to their ClassLoaderData",
        () -> VmLayout.loaderData(new long[128], 0x1234_5678_9ABCL));
  }

  @Test
  void jvmci() {
    assertUnknown(
        "has another JVMCI than JDK 25: java.lang.NoSuchFieldException: headChunk",
        () -> {
          throw UnknownVmException.otherJvmci(new NoSuchFieldException("headChunk"));
        });
  }

  /** Both shapes are those of a JDK 25: one of an early update, one of a later. */
  @Test
  void bootstrapMethodsAreDescribedInOneOfTwoWays() {
    assertEquals(
        tables.structs().describes("ConstantPool::_operands"),
        !tables.structs().describes("ConstantPool::_bsm_entries"));
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
