// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.fingerprint;

import dev.preheat.compiler.fingerprint.FactRule.AtLeast;
import dev.preheat.compiler.fingerprint.FactRule.Equal;
import dev.preheat.compiler.fingerprint.FactRule.Ignored;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the VM's flags code relies on: all that the VM tells JVMCI of, {@link #READ_BY_NAME},
 * and {@link #UNREAD}; each has to be equal where no other rule is given. The VM's other flags,
 * more than a thousand, may differ from run to run, as sizes of heaps do: code could only depend on
 * one that Graal or JVMCI reads. Tests compare the ways there are to read one with these lists.
 */
final class FlagRules {

  /**
   * Flags that the VM does not tell JVMCI of. Graal asks for them by name all the same, and JVMCI
   * looks them up in the VM then ({@code CompilerToVM.getFlagValue}), so that they are in no list
   * but this.
   */
  static final List<String> READ_BY_NAME =
      List.of(
          "AVX3Threshold",
          "AlwaysSafeConstructors",
          "AvoidUnalignedAccesses",
          "DiagnoseSyncOnValueBasedClasses",
          "DoJVMTIVirtualThreadTransitions",
          "JVMCICompilerIdleDelay",
          "JVMCIThreadsPerNativeLibraryRuntime",
          "LockingMode",
          "MaxVectorSize",
          "MethodProfileWidth",
          "OnSpinWaitInst",
          "OnSpinWaitInstCount",
          "PreserveFramePointer",
          "SoftwarePrefetchHintDistance",
          "UseBlockZeroing",
          "UseCharacterCompareIntrinsics",
          "UseCompactObjectHeaders",
          "UseCondCardMark",
          "UseFMA",
          "UseInterpreter",
          "UseLSE",
          "UseObjectMonitorTable",
          "UseSecondarySupersCache",
          "UseSecondarySupersTable",
          "UseShenandoahGC",
          "UseVectorizedMismatchIntrinsic",
          "VerifyAfterGC",
          "VerifyBeforeGC");

  /**
   * Flags that nobody reads, and that decide how objects and stacks are laid out or what the JDK
   * makes of it: code was made from what followed from them.
   */
  static final List<String> UNREAD =
      List.of(
          "CompactStrings",
          "StackRedPages",
          "StackYellowPages",
          "UseUnalignedAccesses",
          "VMContinuations");

  private static final Map<String, FactRule> RULES = rules();

  private FlagRules() {}

  /** The rule for a flag. */
  static FactRule of(String flag) {
    return RULES.getOrDefault(flag, new Equal());
  }

  private static Map<String, FactRule> rules() {
    Map<String, FactRule> rules = new HashMap<>();
    put(
        rules,
        new AtLeast("the processor can do more than the code asks of it"),
        "MaxVectorSize",
        "UseCountLeadingZerosInstruction",
        "UseCountTrailingZerosInstruction",
        "UseFMA",
        "UsePopCountInstruction",
        "UseVectorizedMismatchIntrinsic");
    put(
        rules,
        new AtLeast("constants of vectors lie as far from an entry as they are aligned"),
        "CodeEntryAlignment");
    put(
        rules,
        new Ignored("which features of the processor are left by it is compared by itself"),
        "UseAVX",
        "UseSSE");
    put(
        rules,
        new Ignored("it changes how fast code is, not what it does"),
        "AVX3Threshold",
        "AllocateInstancePrefetchLines",
        "AllocatePrefetchDistance",
        "AllocatePrefetchInstr",
        "AllocatePrefetchLines",
        "AllocatePrefetchStepSize",
        "AllocatePrefetchStyle",
        "SoftwarePrefetchHintDistance");
    put(
        rules,
        new Ignored("it says what the JIT compiles and when, or what it records for that"),
        "BciProfileWidth",
        "BootstrapJVMCI",
        "DontCompileHugeMethods",
        "EagerJVMCI",
        "HugeMethodLimit",
        "Inline",
        "JVMCICompilerIdleDelay",
        "JVMCIThreadsPerNativeLibraryRuntime",
        "MethodProfileWidth",
        "TypeProfileWidth",
        "UseInterpreter");
    put(
        rules,
        new Ignored("it says what is printed, counted or verified beside the code"),
        "CITime",
        "CITimeEach",
        "JVMCICounterSize",
        "JVMCIPrintProperties",
        "PrintInlining",
        "VerifyAfterGC",
        "VerifyBeforeGC");
    putRoutines(rules);
    put(
        rules,
        new Ignored("it says how the VM divides memory among its own"),
        "CodeCacheSegmentSize",
        "ForceUnreachable",
        "TLABWasteIncrement");
    return Map.copyOf(rules);
  }

  private static void putRoutines(Map<String, FactRule> rules) {
    put(
        rules,
        new Ignored(
            "the VM has the routine or not, which is asked where code that calls it is installed"),
        "UseAESIntrinsics",
        "UseAdler32Intrinsics",
        "UseCRC32Intrinsics",
        "UseMontgomeryMultiplyIntrinsic",
        "UseMontgomerySquareIntrinsic",
        "UseMulAddIntrinsic",
        "UseMultiplyToLenIntrinsic",
        "UseSHA1Intrinsics",
        "UseSHA256Intrinsics",
        "UseSHA512Intrinsics",
        "UseSquareToLenIntrinsic");
  }

  private static void put(Map<String, FactRule> rules, FactRule rule, String... flags) {
    for (String flag : flags) {
      rules.put(flag, rule);
    }
  }
}
