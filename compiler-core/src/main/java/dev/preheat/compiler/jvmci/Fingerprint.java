package dev.preheat.compiler.jvmci;

import dev.preheat.format.image.FactKind;
import dev.preheat.format.image.ImageModel.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything about the JVM, beyond the program's classes, that emitted code relies on. The flags
 * are those that Graal's VM configuration reads (jdk.graal.compiler.hotspot.GraalHotSpotVMConfig; a
 * test compares the lists), and those that decide how objects are laid out and which barriers the
 * collector needs.
 */
public final class Fingerprint {

  /** Flags that change code or what code may assume. */
  static final List<String> FLAGS =
      List.of(
          "AVX3Threshold",
          "AlwaysSafeConstructors",
          "AvoidUnalignedAccesses",
          "ContendedPaddingWidth",
          "DiagnoseSyncOnValueBasedClasses",
          "EnableContended",
          "FoldStableValues",
          "LockingMode",
          "MaxVectorSize",
          "ObjectAlignmentInBytes",
          "OnSpinWaitInst",
          "OnSpinWaitInstCount",
          "PreserveFramePointer",
          "ReduceInitialCardMarks",
          "RestrictContended",
          "StackShadowPages",
          "StackRedPages",
          "StackYellowPages",
          "StackReservedPages",
          "UseAVX",
          "UseBlockZeroing",
          "UseCharacterCompareIntrinsics",
          "UseCompactObjectHeaders",
          "UseCompressedClassPointers",
          "UseCompressedOops",
          "UseCondCardMark",
          "UseCountLeadingZerosInstruction",
          "UseCountTrailingZerosInstruction",
          "UseEmptySlotsInSupers",
          "UseEpsilonGC",
          "UseFMA",
          "UseG1GC",
          "UseLSE",
          "UseObjectMonitorTable",
          "UseParallelGC",
          "UsePopCountInstruction",
          "UseSSE",
          "UseSecondarySupersCache",
          "UseSecondarySupersTable",
          "UseSerialGC",
          "UseShenandoahGC",
          "UseTLAB",
          "UseUnalignedAccesses",
          "UseVectorizedMismatchIntrinsic",
          "UseZGC",
          "VMContinuations",
          "VerifyOops",
          "CompactStrings",
          "DoJVMTIVirtualThreadTransitions");

  /**
   * Flags that Graal reads and that need not be equal: they change how well code performs ({@code
   * AllocatePrefetch*}, {@code CodeEntryAlignment}, {@code SoftwarePrefetchHintDistance}), what is
   * compiled or printed when ({@code Inline}, {@code PrintInlining}, {@code HugeMethodLimit},
   * {@code DontCompileHugeMethods}, {@code UseInterpreter}), or something at a collection ({@code
   * VerifyBeforeGC}, {@code VerifyAfterGC}); {@code JVMCICounterSize} is for counters that we do
   * not emit.
   */
  static final List<String> IRRELEVANT_FLAGS =
      List.of(
          "AllocateInstancePrefetchLines",
          "AllocatePrefetchDistance",
          "AllocatePrefetchInstr",
          "AllocatePrefetchLines",
          "AllocatePrefetchStepSize",
          "AllocatePrefetchStyle",
          "CodeEntryAlignment",
          "DontCompileHugeMethods",
          "HugeMethodLimit",
          "Inline",
          "JVMCICounterSize",
          "PrintInlining",
          "SoftwarePrefetchHintDistance",
          "UseInterpreter",
          "VerifyAfterGC",
          "VerifyBeforeGC");

  /**
   * Off unless a debugger or an agent wants them. {@code _can_hotswap_or_post_breakpoint} is not
   * here: it is on in every JDK 25, and the VM then records a dependency on each method of the
   * stream's list (src/hotspot/share/jvmci/jvmciCodeInstaller.cpp, initialize_dependencies).
   */
  private static final List<String> JVMTI_CAPABILITIES =
      List.of("JvmtiExport::_can_access_local_variables", "JvmtiExport::_can_post_on_exceptions");

  private static final List<String> PROPERTIES =
      List.of("java.vm.name", "java.vm.vendor", "java.vm.version", "os.arch", "os.name");

  private final VmTables tables;
  private final VmFlags flags;

  /**
   * Collectors whose barriers and allocation are the same code: they mark cards. All that Graal
   * makes of the difference is that it does not prefetch for one of them
   * (jdk.graal.compiler.hotspot.replacements.HotSpotAllocationSnippets).
   */
  private static final List<String> CARD_TABLE_COLLECTORS = List.of("UseParallelGC", "UseSerialGC");

  /** Of the running JVM. */
  public Fingerprint(VmTables tables) {
    this.tables = tables;
    this.flags = new VmFlags(tables);
  }

  /** What identifies the JDK build. */
  public SortedMap<String, String> properties() throws IOException {
    SortedMap<String, String> properties = new TreeMap<>();
    for (String name : PROPERTIES) {
      properties.put(name, System.getProperty(name));
    }
    properties.put("libjvm.buildId", tables.buildId());
    properties.put("libjvm.size", Long.toString(Files.size(tables.library())));
    return properties;
  }

  /** The collectors that this JVM's code is for. */
  public String collectors() {
    if (marksCards()) {
      return "Serial, Parallel";
    }
    return FLAGS.stream()
        .filter(name -> name.endsWith("GC") && isOn(name))
        .map(name -> name.substring("Use".length(), name.length() - "GC".length()))
        .findFirst()
        .orElseThrow(() -> new UnknownVmException("has a collector that is unknown"));
  }

  private boolean marksCards() {
    return CARD_TABLE_COLLECTORS.stream().anyMatch(this::isOn);
  }

  private boolean isOn(String name) {
    VmFlags.Flag flag = flags.find(name);
    return flag != null && RawMemory.u1(flag.address()) != 0;
  }

  /** What must hold in the JVM that installs the code, sorted by name. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    boolean marksCards = marksCards();
    for (String name : FLAGS) {
      VmFlags.Flag flag = flags.find(name);
      // That none of the other collectors is on says that one of these two is.
      if (flag != null && !(marksCards && CARD_TABLE_COLLECTORS.contains(name))) {
        facts.add(fact("flag " + name, flag.address(), flag.bytes()));
      }
    }
    for (String capability : JVMTI_CAPABILITIES) {
      facts.add(new Fact(capability, FactKind.EQUAL_1, offset(tables.address(capability)), 0));
    }
    facts.add(fact("CompressedOops::_base", tables.address("CompressedOops::_base"), Long.BYTES));
    facts.add(
        fact("CompressedOops::_shift", tables.address("CompressedOops::_shift"), Integer.BYTES));
    facts.add(
        fact(
            "CompressedKlassPointers::_shift",
            tables.address("CompressedKlassPointers::_shift"),
            Integer.BYTES));
    facts.addAll(cpuFeatures());
    facts.sort(Comparator.comparing(Fact::name));
    return facts;
  }

  /** Graal uses every instruction the CPU has; more of them do not matter. */
  private List<Fact> cpuFeatures() {
    List<Fact> facts = new ArrayList<>();
    long address =
        tables.address("VM_Version::_features")
            + tables.offset("VM_Version::VM_Features::_features_bitmap[0]");
    int words = RawMemory.u4(tables.address("VM_Version::VM_Features::_features_bitmap_size"));
    for (int i = 0; i < words; i++, address += Long.BYTES) {
      facts.add(
          new Fact(
              "CPU features " + i, FactKind.SUPERSET_8, offset(address), RawMemory.u8(address)));
    }
    return facts;
  }

  private Fact fact(String name, long address, int bytes) {
    return switch (bytes) {
      case 1 -> new Fact(name, FactKind.EQUAL_1, offset(address), RawMemory.u1(address) & 0xFF);
      case 4 ->
          new Fact(name, FactKind.EQUAL_4, offset(address), RawMemory.u4(address) & 0xFFFFFFFFL);
      case 8 -> new Fact(name, FactKind.EQUAL_8, offset(address), RawMemory.u8(address));
      default -> throw new IllegalArgumentException(name + " has " + bytes + " bytes");
    };
  }

  private long offset(long address) {
    return address - tables.base();
  }
}
