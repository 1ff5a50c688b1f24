// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal.parse;

import jdk.graal.compiler.asm.Label;
import jdk.graal.compiler.asm.amd64.AMD64Address;
import jdk.graal.compiler.asm.amd64.AMD64Assembler.ConditionFlag;
import jdk.graal.compiler.asm.amd64.AMD64MacroAssembler;
import jdk.graal.compiler.hotspot.GraalHotSpotVMConfig;
import jdk.graal.compiler.lir.asm.CompilationResultBuilder;
import jdk.graal.compiler.lir.asm.EntryPointDecorator;
import jdk.graal.compiler.lir.gen.LIRGenerationResult;
import jdk.graal.compiler.nodes.spi.CoreProviders;
import jdk.vm.ci.amd64.AMD64;
import jdk.vm.ci.hotspot.HotSpotResolvedObjectType;
import jdk.vm.ci.meta.ResolvedJavaMethod;
import jdk.vm.ci.meta.ResolvedJavaType;

/**
 * The first instructions of a static method: they let pass who calls when the class is initialised,
 * or being initialised by the calling thread. All others resolve the call again, which initialises
 * the class, waits for the thread that does, or throws.
 *
 * <p>Callers that the JIT compiled do not check: where the VM has patched a call of theirs while
 * the class was being initialised, another thread comes by that call, too. Code of the JIT has the
 * same instructions at its entry (src/hotspot/cpu/x86/x86_64.ad, MachPrologNode; src/hotspot/share/
 * runtime/sharedRuntime.cpp, resolve_helper).
 *
 * @param type the class of the method
 * @param wrongMethodStub the number that stands for the address of the stub that resolves again
 */
record InitializationBarrier(
    HotSpotResolvedObjectType type, GraalHotSpotVMConfig config, long wrongMethodStub)
    implements EntryPointDecorator {

  /** Any number whose instruction has eight bytes for it. */
  private static final long PATCHED_BY_THE_VM = 0xDEAD_DEAD_DEAD_DEADL;

  /** Whether a method may be called while its class is not yet initialised. */
  static boolean isNeeded(ResolvedJavaMethod method) {
    return method.isStatic() && hasInitializer(method.getDeclaringClass());
  }

  /** Initialising a class initialises its superclasses, and interfaces with default methods. */
  private static boolean hasInitializer(ResolvedJavaType type) {
    if (type.getClassInitializer() != null) {
      return true;
    }
    if (type.getSuperclass() != null && hasInitializer(type.getSuperclass())) {
      return true;
    }
    for (ResolvedJavaType each : type.getInterfaces()) {
      if (hasInitializer(each)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void initialize(CoreProviders providers, LIRGenerationResult result) {
    // It needs no frame.
  }

  @Override
  public void emitEntryPoint(CompilationResultBuilder builder, boolean beforeFrameSetup) {
    if (!beforeFrameSetup) {
      return;
    }
    AMD64MacroAssembler assembler = (AMD64MacroAssembler) builder.asm;
    Label initialized = new Label();
    builder.recordInlineDataInCode(type.klass());
    assembler.movq(AMD64.r10, PATCHED_BY_THE_VM);
    assembler.cmpb(
        new AMD64Address(AMD64.r10, config.instanceKlassInitStateOffset),
        config.instanceKlassStateFullyInitialized);
    assembler.jcc(ConditionFlag.Equal, initialized);
    assembler.cmpqAndJcc(
        AMD64.r15,
        new AMD64Address(AMD64.r10, config.instanceKlassInitThreadOffset),
        ConditionFlag.Equal,
        initialized,
        false);
    assembler.movq(AMD64.r10, wrongMethodStub);
    assembler.jmp(AMD64.r10);
    assembler.bind(initialized);
  }
}
