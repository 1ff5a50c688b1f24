// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.fingerprint;

import dev.preheat.compiler.fingerprint.FactRule.AtLeast;
import dev.preheat.compiler.fingerprint.FactRule.Equal;
import dev.preheat.compiler.fingerprint.FactRule.Ignored;
import dev.preheat.compiler.fingerprint.FactRule.Unread;
import dev.preheat.compiler.jvmci.VmConfig;
import java.util.Map;
import jdk.vm.ci.hotspot.VMField;

/**
 * Which of the values that the VM tells JVMCI of code relies on: all of its static fields that are
 * numbers and no addresses, and {@link #ADDRESSES}; each has to be equal where no other rule is
 * given.
 */
final class ValueRules {

  private static final FactRule EQUAL = new Equal();

  /** Addresses that are numbers to the code: not where something lies, but how it is written. */
  private static final Map<String, FactRule> ADDRESSES =
      Map.of(
          "CompilerToVM::Data::Universe_narrow_oop_base", EQUAL,
          "CompilerToVM::Data::Universe_non_oop_bits", EQUAL);

  private static final Map<String, FactRule> RULES =
      Map.ofEntries(
          Map.entry(
              "Abstract_VM_Version::_features",
              new Ignored("the features of the processor are compared one by one")),
          Map.entry(
              "CompilerToVM::Data::L1_line_size",
              new Ignored("how far below the stack a barrier adds 0")),
          Map.entry(
              "CompilerToVM::Data::ThreadLocalAllocBuffer_alignment_reserve",
              new Unread("it follows from how a processor prefetches")),
          Map.entry(
              "CompilerToVM::Data::Universe_verify_oop_bits",
              new Ignored("code reads it with the flag VerifyOops only")),
          Map.entry(
              "CompilerToVM::Data::Universe_verify_oop_mask",
              new Ignored("code reads it with the flag VerifyOops only")),
          Map.entry(
              "CompilerToVM::Data::supports_avx512_simd_sort",
              new AtLeast("code that sorts without is right where the VM can sort with it")),
          Map.entry(
              "G1HeapRegion::LogOfHRGrainBytes",
              new AtLeast("barriers for smaller regions see more writes than they have to")),
          Map.entry(
              "JvmtiVTMSTransitionDisabler::_VTMS_notify_jvmti_events",
              new Unread("it changes while a JVM runs, so code reads it where it is")),
          Map.entry("StubRoutines::_verify_oop_count", new Unread("it is a counter")),
          Map.entry(
              "VM_Version::_features",
              new Ignored("the features of the processor are compared one by one")),
          Map.entry(
              "VM_Version::_has_intel_jcc_erratum",
              new Ignored("code that is not padded for it is slower there, and right")));

  private ValueRules() {}

  /** The rule for a static field; null for an address, whose places code has as symbols. */
  static FactRule of(VMField field) {
    if (!field.isStatic() || field.value == null) {
      return null;
    }
    return VmConfig.isAddress(field.type)
        ? ADDRESSES.get(field.name)
        : RULES.getOrDefault(field.name, EQUAL);
  }
}
