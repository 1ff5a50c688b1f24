// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.fingerprint;

import dev.preheat.compiler.jvmci.RawMemory;
import dev.preheat.compiler.jvmci.VmConfig;
import dev.preheat.compiler.jvmci.VmTables;
import dev.preheat.format.image.model.FactKind;
import dev.preheat.format.image.model.FactPhase;
import dev.preheat.format.image.model.ImageModel.Fact;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jdk.vm.ci.amd64.AMD64;
import jdk.vm.ci.amd64.AMD64.CPUFeature;

/**
 * The features of the processor that code may use. Graal is shown these and no others, so that
 * there is none that it uses and that is no fact. A processor has many more that no instruction of
 * the code depends on: that it runs below a hypervisor, how its clock ticks, what only the VM uses.
 */
public final class CpuFeatures {

  /** What Graal consults; a test compares the list with its classes. */
  static final Set<CPUFeature> CONSULTED =
      EnumSet.of(
          CPUFeature.ADX,
          CPUFeature.AES,
          CPUFeature.AMD_3DNOW_PREFETCH,
          CPUFeature.AVX,
          CPUFeature.AVX2,
          CPUFeature.AVX512BW,
          CPUFeature.AVX512CD,
          CPUFeature.AVX512DQ,
          CPUFeature.AVX512F,
          CPUFeature.AVX512VL,
          CPUFeature.AVX512_VBMI,
          CPUFeature.BMI1,
          CPUFeature.BMI2,
          CPUFeature.CLMUL,
          CPUFeature.CLWB,
          CPUFeature.F16C,
          CPUFeature.FLUSHOPT,
          CPUFeature.FMA,
          CPUFeature.GFNI,
          CPUFeature.LZCNT,
          CPUFeature.POPCNT,
          CPUFeature.RDPID,
          CPUFeature.SHA,
          CPUFeature.SSE,
          CPUFeature.SSE2,
          CPUFeature.SSE3,
          CPUFeature.SSE4_1,
          CPUFeature.SSE4_2,
          CPUFeature.SSSE3);

  private static final String CONSTANT = "VM_Version::CPU_";
  private static final String BITMAP = "VM_Version::VM_Features::_features_bitmap";

  private CpuFeatures() {}

  /** Hides from the compiler what it does not consult; before it starts. */
  public static void restrict(AMD64 architecture) {
    architecture.getFeatures().retainAll(CONSULTED);
  }

  /** A fact for each of the features that this JVM has. */
  static List<Fact> facts(VmTables tables, VmConfig config) {
    long bitmap = tables.address("VM_Version::_features") + tables.offset(BITMAP + "[0]");
    List<Fact> facts = new ArrayList<>();
    for (CPUFeature feature : CONSULTED) {
      long bit = config.constant(CONSTANT + vmName(feature));
      long word = bitmap + bit / Long.SIZE * Long.BYTES;
      long mask = 1L << (bit % Long.SIZE);
      if ((RawMemory.u8(word) & mask) != 0) {
        facts.add(
            new Fact(
                "CPU feature " + feature.name(),
                FactKind.SUPERSET_8,
                FactPhase.START,
                word - tables.base(),
                mask));
      }
    }
    return facts;
  }

  /** As AMD64HotSpotJVMCIBackendFactory renames it. */
  private static String vmName(CPUFeature feature) {
    return feature == CPUFeature.AMD_3DNOW_PREFETCH ? "3DNOW_PREFETCH" : feature.name();
  }
}
