// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import dev.preheat.compiler.jvmci.CompilerVm;
import dev.preheat.compiler.jvmci.VmConfig;
import dev.preheat.compiler.jvmci.VmTables;
import dev.preheat.format.image.model.FactPhase;
import dev.preheat.format.image.model.ImageModel.Fact;
import dev.preheat.hotspot.UnknownVmException;
import dev.preheat.hotspot.VmFlags;
import dev.preheat.hotspot.archive.ArchiveDigest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.vm.ci.amd64.AMD64.CPUFeature;
import jdk.vm.ci.hotspot.HotSpotJVMCIRuntime;
import jdk.vm.ci.hotspot.VMField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class FingerprintTest {

  private final VmConfig config = new VmConfig(HotSpotJVMCIRuntime.runtime().getConfigStore());
  private final Fingerprint fingerprint = new Fingerprint(new VmTables(), config);

  /**
   * A flag that Graal or JVMCI starts to read does not go unnoticed: somebody has to decide whether
   * it matters.
   */
  @Test
  void everyFlagThatTheCompilerReadsHasARule() throws IOException {
    Set<String> read = CompilerReads.ofFlags();
    assertTrue(read.contains("UseCompressedOops"), () -> "nothing was found: " + read);
    Set<String> unknown = new TreeSet<>(read);
    unknown.addAll(CompilerReads.ofCollectors());
    assertTrue(unknown.contains("UseZGC"), unknown::toString);
    unknown.removeAll(fingerprint.flagNames());
    assertEquals(Set.of(), unknown);
  }

  /** Lists kept by hand say what is so. */
  @Test
  void flagsThatAreSaidToBeReadAreRead() throws IOException {
    Set<String> read = new TreeSet<>(CompilerReads.ofFlags());
    read.addAll(CompilerReads.ofCollectors());
    Set<String> unread = new TreeSet<>(FlagRules.READ_BY_NAME);
    unread.removeAll(read);
    assertEquals(Set.of(), unread);
    assertTrue(Collections.disjoint(FlagRules.UNREAD, read));
    assertTrue(Collections.disjoint(FlagRules.UNREAD, config.flags().keySet()));
  }

  /** Of a flag that the VM does not have there is no fact, and nothing says so. */
  @Test
  void flagsThatNobodyReadsAreFlagsOfTheVm() {
    VmFlags flags = new VmFlags(new VmTables().structs());
    List<String> missing =
        FlagRules.UNREAD.stream().filter(name -> flags.find(name).isEmpty()).toList();
    assertEquals(List.of(), missing);
    assertEquals(Optional.empty(), flags.find("CompactString"));
  }

  /** What is read by a name that a method got from elsewhere, the test above would not find. */
  @Test
  void whoeverReadsWithoutANameIsKnown() throws IOException {
    assertEquals(
        Set.of(
            // Pass on what they are asked for; the callers have the name.
            "jdk/graal/compiler/hotspot/GraalHotSpotVMConfigAccess.getFieldValue",
            "jdk/graal/compiler/hotspot/GraalHotSpotVMConfigAccess.getFlag",
            "jdk/vm/ci/hotspot/HotSpotVMConfigAccess.getFlag",
            // CompilerReads.ofCollectors
            "jdk/graal/compiler/hotspot/HotSpotGraalRuntime$HotSpotGC.lambda$flagIsSet$0"),
        CompilerReads.withoutName());
  }

  /** There is no other way to a flag or value than those that are looked at. */
  @Test
  void whoeverReadsBesidesTheReadersIsKnown() throws IOException {
    assertEquals(
        Set.of(
            // The readers.
            "jdk/vm/ci/hotspot/HotSpotVMConfigAccess.getFieldValue0",
            "jdk/vm/ci/hotspot/HotSpotVMConfigAccess.getFlag",
            // Print.
            "jdk/graal/compiler/hotspot/HotSpotTTYStreamProvider$LogStreamOptionKey$DelayedOutputStream.printVMConfig",
            "jdk/graal/compiler/printer/GraphPrinterDumpHandler.jvmArguments",
            "jdk/graal/compiler/serviceprovider/GraalServices.getInputArguments",
            "jdk/vm/ci/hotspot/HotSpotCodeCacheProvider.getTargetName",
            "jdk/vm/ci/hotspot/HotSpotVMConfigStore.printConfig",
            "jdk/vm/ci/hotspot/VMField.toString",
            "jdk/vm/ci/hotspot/VMFlag.toString"),
        CompilerReads.besidesReaders());
  }

  /**
   * The VM sets these properties from flags. The one that is read says which numbers have boxes
   * that {@code valueOf} always returns; code leaves that to {@code valueOf} (the option {@code
   * DisableIntrinsics} of the compiler's process).
   */
  @Test
  void whoeverReadsAPropertyThatFollowsFromAFlagIsKnown() throws IOException {
    assertEquals(
        Set.of("jdk/graal/compiler/nodes/calc/PointerEqualsNode.isCached"),
        CompilerReads.ofPropertiesOfFlags());
  }

  /**
   * A value is a fact, does not matter for a reason, or is an address, which code has as symbol.
   */
  @Test
  void noValueThatTheCompilerReadsIsTakenForUnread() throws IOException {
    Set<String> read = CompilerReads.ofValues();
    assertTrue(read.contains("CompilerToVM::Data::cardtable_shift"), read::toString);
    List<String> wrong = new ArrayList<>();
    for (VMField field : config.fields().values()) {
      if (read.contains(field.name) && ValueRules.of(field) instanceof FactRule.Unread) {
        wrong.add(field.name);
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** What is compared is all that there is, but for the exceptions; so nothing can be forgotten. */
  @Test
  void everyNumberThatTheVmTellsIsAFactOrAnException() {
    Set<String> facts = names();
    List<String> exceptions = new ArrayList<>();
    for (VMField field : config.fields().values()) {
      if (field.isStatic()
          && field.value != null
          && !VmConfig.isAddress(field.type)
          && !facts.contains(field.name)) {
        exceptions.add(field.name);
      }
    }
    assertEquals(
        List.of(
            "Abstract_VM_Version::_features",
            "CompilerToVM::Data::L1_line_size",
            "CompilerToVM::Data::ThreadLocalAllocBuffer_alignment_reserve",
            "CompilerToVM::Data::Universe_verify_oop_bits",
            "CompilerToVM::Data::Universe_verify_oop_mask",
            "JvmtiVTMSTransitionDisabler::_VTMS_notify_jvmti_events",
            "StubRoutines::_verify_oop_count",
            "VM_Version::_features",
            "VM_Version::_has_intel_jcc_erratum"),
        exceptions);
  }

  /** Of every mathematical function that JVMCI knows a routine of. */
  @Test
  void everyMathematicalRoutineIsAFact() {
    List<String> routines =
        config.fields().values().stream()
            .filter(field -> field.type != null && VmConfig.isAddress(field.type))
            .map(field -> field.name)
            .filter(name -> name.matches("CompilerToVM::Data::d[a-z0-9]+"))
            .sorted()
            .toList();
    assertEquals(Fingerprint.MATHEMATICS, routines);
    assertTrue(names().containsAll(routines));
  }

  @Test
  void whatTheCompilerIgnoresIsPartOfNoFact() {
    Set<String> facts = names();
    assertFalse(facts.contains("flag AllocatePrefetchStyle"), facts::toString);
    assertFalse(facts.contains("flag UseAVX"), facts::toString);
    assertTrue(facts.contains("flag MaxVectorSize"), facts::toString);
    assertTrue(facts.contains("flag ObjectAlignmentInBytes"), facts::toString);
  }

  /** Graal is shown no other feature, so what it asks for besides is never there. */
  @Test
  void everyFeatureThatTheCompilerConsultsIsKnown() throws IOException {
    Set<String> consulted = new TreeSet<>(CompilerReads.ofCpuFeatures());
    assertTrue(consulted.contains("AVX2"), consulted::toString);
    assertEquals(
        consulted,
        CpuFeatures.CONSULTED.stream()
            .map(CPUFeature::name)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The loader compares them once. */
  @Test
  void noFlagCanBeChangedWhileAJvmRuns() {
    List<String> writable =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .getDiagnosticOptions()
            .stream()
            .map(VMOption::getName)
            .toList();
    assertTrue(writable.contains("HeapDumpPath"), writable::toString);
    assertTrue(Collections.disjoint(writable, fingerprint.flagNames()), writable::toString);
  }

  @Test
  void theFactsHoldInTheJvmTheyWereReadFrom() {
    List<Fact> facts = fingerprint.facts();
    assertTrue(
        facts.stream()
            .anyMatch(
                fact -> fact.name().equals("flag UseCompressedOops") && fact.expected() == 1));
    assertEquals(facts.stream().map(Fact::name).distinct().count(), facts.size());
  }

  /** JVMCI fills that structure when it reads the configuration; before, all of it is zero. */
  @Test
  void whatJvmciReadsLateIsComparedLate() {
    for (Fact fact : fingerprint.facts()) {
      assertEquals(
          fact.name().startsWith("CompilerToVM::Data::") ? FactPhase.CONFIGURED : FactPhase.START,
          fact.phase(),
          fact.name());
    }
  }

  /** What is not known is never guessed. */
  @Test
  void whatTheJvmSaysOfItselfIsUnderstoodOrAnError() {
    assertUnknown(
        "has a collector that is unknown",
        () -> Fingerprint.collectors("UseCompressedOops"::equals));
    assertUnknown("has a JVMCI value of the unknown type float", () -> Fingerprint.bytes("float"));
    assertUnknown(
        "has a value of unknown size, 2 bytes: CardShift",
        () -> Fingerprint.equal(Short.BYTES, "CardShift"));
    assertUnknown(
        "has a value of unknown size, 2 bytes: CardShift",
        () -> Fingerprint.atLeast(Short.BYTES, "CardShift"));
  }

  private static void assertUnknown(String what, Executable read) {
    String message = assertThrows(UnknownVmException.class, read).getMessage();
    assertTrue(message.contains(") " + what + "; "), message);
  }

  @Test
  void thePropertiesNameTheBuild() throws IOException {
    var properties = fingerprint.properties(new CompilerVm().layout());
    assertEquals(System.getProperty("java.vm.version"), properties.get("java.vm.version"));
    assertEquals(40, properties.get("libjvm.buildId").length());
    assertTrue(Long.parseLong(properties.get("libjvm.size")) > 1_000_000);
  }

  /** Each of those that came with the JDK, understood to the last bit. */
  @Test
  void thePropertiesNameTheArchivesOfTheJdk() throws IOException {
    List<String> digests =
        List.of(
            fingerprint
                .properties(new CompilerVm().layout())
                .get(ArchiveDigest.PROPERTY)
                .split(",", -1));

    assertTrue(digests.stream().allMatch(digest -> digest.matches("[0-9a-f]{16}")));
    assertEquals(digests.stream().sorted().distinct().toList(), digests);
    Path directory = new VmTables().library().getParent();
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(files.filter(file -> file.toString().endsWith(".jsa")).count(), digests.size());
    }
  }

  private Set<String> names() {
    return fingerprint.facts().stream().map(Fact::name).collect(Collectors.toSet());
  }
}
