// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class VmStructsTest {

  private final FakeVm vm = new FakeVm();

  @Test
  void fieldsAndTypesAreKnownByName() {
    vm.field("Klass", "_name", 24).staticField("CodeCache", "_heaps", 0x7000).type("Klass", 208);
    VmStructs structs = vm.structs();

    assertEquals(24, structs.offset("Klass::_name"));
    assertEquals(0x7000, structs.address("CodeCache::_heaps"));
    assertEquals(208, structs.size("Klass"));
    assertTrue(structs.describes("CodeCache::_heaps"));
    assertFalse(structs.describes("Klass::_none"));
  }

  @Test
  void whatIsMissingIsNamed() {
    VmStructs structs = vm.staticField("CodeCache", "_heaps", 0x7000).structs();

    assertLacking("does not describe the field Klass::_name", () -> structs.offset("Klass::_name"));
    assertLacking(
        "does not describe the field CodeCache::_heaps", () -> structs.offset("CodeCache::_heaps"));
    assertLacking("does not describe the type Klass", () -> structs.size("Klass"));
    assertLacking("does not export the symbol gNone", () -> vm.word("gNone"));
  }

  @Test
  void anEarlyUpdateHasOneArrayOfBootstrapMethods() {
    VmShapes shapes = new VmShapes(vm.field("ConstantPool", "_operands", 24).structs());

    assertEquals(24, shapes.bootstrapMethods());
    assertEquals(24, shapes.bootstrapOffsets());
  }

  @Test
  void aLaterUpdateHasTwoInAStructureOfTheirOwn() {
    vm.field("ConstantPool", "_bsm_entries", 24);
    vm.field("BSMAttributeEntries", "_offsets", 0);
    vm.field("BSMAttributeEntries", "_bootstrap_methods", 8);
    VmShapes shapes = new VmShapes(vm.structs());

    assertEquals(32, shapes.bootstrapMethods());
    assertEquals(24, shapes.bootstrapOffsets());
  }

  @Test
  void whatTheVmDoesNotDescribeFollowsFromItsNeighbours() {
    vm.field("ResolvedIndyEntry", "_cpool_index", 10);
    vm.field("ResolvedMethodEntry", "_cpool_index", 24);
    vm.field("Array<int>", "_data", 4);
    VmShapes shapes = new VmShapes(vm.structs());

    assertEquals(8, shapes.resolvedReferencesIndexOfCallSite());
    assertEquals(16, shapes.resolvedReferencesIndexOfMethod());
    assertEquals(4, shapes.arrayOfInts());
    assertEquals(6, new VmShapes(vm.field("Array<u4>", "_data", 6).structs()).arrayOfInts());
  }

  @Test
  void whatEndsAStructureIsFoundFromItsEnd() {
    vm.field("ResolvedFieldEntry", "_cpool_index", 16).type("ResolvedFieldEntry", 24);
    vm.field("ResolvedMethodEntry", "_cpool_index", 24).type("ResolvedMethodEntry", 48);
    VmShapes shapes = new VmShapes(vm.structs());

    assertEquals(20, shapes.bytecodesOfField());
    assertLacking(
        "has a ResolvedMethodEntry that does not end with its bytecodes",
        shapes::bytecodesOfMethod);
    vm.type("ResolvedMethodEntry", 32);
    assertEquals(30, new VmShapes(vm.structs()).bytecodesOfMethod());
  }

  @Test
  void countersFillTheSpaceBetweenTheirNeighbours() {
    vm.field("MethodData", "_arg_returned", 40).field("MethodData", "_tenure_traps", 64);

    assertEquals(48, new VmShapes(vm.structs()).invocationsOfMethodData());
    FakeVm other = new FakeVm();
    other.field("MethodData", "_arg_returned", 40).field("MethodData", "_tenure_traps", 72);
    assertLacking(
        "has a MethodData with its counters elsewhere",
        () -> new VmShapes(other.structs()).invocationsOfMethodData());
  }

  @Test
  void flagsAreTruthValuesAndWholeNumbers() {
    vm.flag("UseThing", 0, 0x9000).flag("ThingSize", 3, 0x9008).flag("ThingShare", 7, 0x9010);
    VmFlags flags = new VmFlags(vm.structs());

    assertEquals(Optional.of(new VmFlags.Flag("UseThing", 0x9000, 1)), flags.find("UseThing"));
    assertEquals(Optional.of(new VmFlags.Flag("ThingSize", 0x9008, 8)), flags.find("ThingSize"));
    assertEquals(Optional.empty(), flags.find("ThingShare"));
    assertEquals(Optional.empty(), flags.find("Use"));
    assertEquals(Optional.empty(), flags.find("UseThingTwice"));
  }

  private static void assertLacking(String what, org.junit.jupiter.api.function.Executable read) {
    String message = assertThrows(UnknownVmException.class, read).getMessage();
    assertTrue(message.contains(") " + what + "; build the image with another update"), message);
  }
}
