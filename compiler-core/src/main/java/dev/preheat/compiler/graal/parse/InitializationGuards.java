// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal.parse;

import dev.preheat.compiler.jvmci.LoadedSymbols;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jdk.graal.compiler.core.common.memory.BarrierType;
import jdk.graal.compiler.core.common.memory.MemoryOrderMode;
import jdk.graal.compiler.core.common.type.Stamp;
import jdk.graal.compiler.core.common.type.StampFactory;
import jdk.graal.compiler.hotspot.GraalHotSpotVMConfig;
import jdk.graal.compiler.hotspot.nodes.CurrentJavaThreadNode;
import jdk.graal.compiler.hotspot.nodes.type.KlassPointerStamp;
import jdk.graal.compiler.lir.asm.EntryPointDecorator;
import jdk.graal.compiler.nodes.BeginNode;
import jdk.graal.compiler.nodes.ConstantNode;
import jdk.graal.compiler.nodes.DynamicDeoptimizeNode;
import jdk.graal.compiler.nodes.FrameState;
import jdk.graal.compiler.nodes.IfNode;
import jdk.graal.compiler.nodes.LogicNode;
import jdk.graal.compiler.nodes.NamedLocationIdentity;
import jdk.graal.compiler.nodes.NodeView;
import jdk.graal.compiler.nodes.ProfileData.BranchProbabilityData;
import jdk.graal.compiler.nodes.ShortCircuitOrNode;
import jdk.graal.compiler.nodes.ValueNode;
import jdk.graal.compiler.nodes.calc.ConditionalNode;
import jdk.graal.compiler.nodes.calc.IntegerEqualsNode;
import jdk.graal.compiler.nodes.calc.IntegerLessThanNode;
import jdk.graal.compiler.nodes.calc.ZeroExtendNode;
import jdk.graal.compiler.nodes.extended.MembarNode;
import jdk.graal.compiler.nodes.graphbuilderconf.ClassInitializationPlugin;
import jdk.graal.compiler.nodes.graphbuilderconf.GraphBuilderContext;
import jdk.graal.compiler.nodes.memory.ReadNode;
import jdk.graal.compiler.nodes.memory.address.AddressNode;
import jdk.graal.compiler.nodes.memory.address.OffsetAddressNode;
import jdk.vm.ci.hotspot.HotSpotResolvedObjectType;
import jdk.vm.ci.meta.ConstantPool;
import jdk.vm.ci.meta.DeoptimizationAction;
import jdk.vm.ci.meta.DeoptimizationReason;
import jdk.vm.ci.meta.JavaConstant;
import jdk.vm.ci.meta.JavaKind;
import jdk.vm.ci.meta.ResolvedJavaMethod;
import jdk.vm.ci.meta.ResolvedJavaType;
import jdk.vm.ci.meta.SpeculationLog;
import org.graalvm.word.LocationIdentity;

/**
 * Guards every use of a class that may not be initialised yet. The guard passes when the class is
 * fully initialised, or is being initialised by this very thread. Otherwise the code deoptimises,
 * and the interpreter initialises the class, waits for it or throws, as the language demands. The
 * code stays, unless the initialiser has failed.
 *
 * <p>No guard is needed for the class of a running static method: who calls it is checked. Its
 * superclasses may still be in the hands of another thread: while that initialises one, it can
 * initialise a subclass, too, which is done first. And an instance method or constructor may run on
 * an object that leaked out of an initialiser, or is of such a subclass: there the guard stays.
 *
 * <p>One for each compilation.
 */
public final class InitializationGuards implements ClassInitializationPlugin {

  private final GraalHotSpotVMConfig config;
  private final LoadedSymbols world;
  private final Predicate<ClassSymbol> initializedBeforeMain;
  private final NavigableSet<ClassSymbol> assumed = new TreeSet<>();

  public InitializationGuards(
      GraalHotSpotVMConfig config,
      LoadedSymbols world,
      Predicate<ClassSymbol> initializedBeforeMain) {
    this.config = config;
    this.world = world;
    this.initializedBeforeMain = initializedBeforeMain;
  }

  /**
   * Classes that got no guard because every JVM initialises them before the program starts: the
   * loader checks that.
   */
  public NavigableSet<ClassSymbol> assumed() {
    return assumed;
  }

  @Override
  public boolean apply(
      GraphBuilderContext builder, ResolvedJavaType type, Supplier<FrameState> frameState) {
    if (type.isArray() || builder.parsingIntrinsic() || isInitialized(type, builder.getMethod())) {
      return false;
    }
    new Guard(builder, type, config).append();
    return true;
  }

  /** What checks the callers of a static method when it is called; null where it need not. */
  public EntryPointDecorator atEntry(ResolvedJavaMethod method, long wrongMethodStub) {
    ResolvedJavaType type = method.getDeclaringClass();
    return InitializationBarrier.isNeeded(method) && !isInitializedBeforeMain(type)
        ? new InitializationBarrier((HotSpotResolvedObjectType) type, config, wrongMethodStub)
        : null;
  }

  private boolean isInitialized(ResolvedJavaType type, ResolvedJavaMethod method) {
    return (method.isStatic() && type.equals(method.getDeclaringClass()))
        || isInitializedBeforeMain(type);
  }

  private boolean isInitializedBeforeMain(ResolvedJavaType type) {
    Optional<ClassSymbol> symbol = world.symbol(type).filter(initializedBeforeMain);
    symbol.ifPresent(assumed::add);
    return symbol.isPresent();
  }

  @Override
  public boolean supportsLazyInitialization(ConstantPool cp) {
    return true;
  }

  @Override
  public void loadReferencedType(
      GraphBuilderContext builder, ConstantPool cp, int cpi, int opcode) {
    cp.loadReferencedType(cpi, opcode, false);
  }

  /** The nodes of one guard, as {@code MacroAssembler::clinit_barrier} of the VM has it. */
  private record Guard(
      GraphBuilderContext builder, ResolvedJavaType type, GraalHotSpotVMConfig config) {

    private static final LocationIdentity STATE =
        NamedLocationIdentity.mutable("InstanceKlass::_init_state");
    private static final LocationIdentity THREAD =
        NamedLocationIdentity.mutable("InstanceKlass::_init_thread");
    private static final double MOSTLY_INITIALIZED = 0.999;

    void append() {
      ValueNode klass =
          builder.add(
              ConstantNode.forConstant(
                  KlassPointerStamp.klassNonNull(),
                  ((HotSpotResolvedObjectType) type).klass(),
                  builder.getMetaAccess()));
      ValueNode state =
          read(
              klass,
              config.instanceKlassInitStateOffset,
              STATE,
              StampFactory.forInteger(Byte.SIZE));
      ValueNode thread =
          read(
              klass,
              config.instanceKlassInitThreadOffset,
              THREAD,
              StampFactory.forKind(JavaKind.Long));
      LogicNode initialized =
          builder.add(
              IntegerEqualsNode.create(
                  builder.add(ZeroExtendNode.create(state, Integer.SIZE, NodeView.DEFAULT)),
                  builder.add(ConstantNode.forInt(config.instanceKlassStateFullyInitialized)),
                  NodeView.DEFAULT));
      LogicNode ours =
          builder.add(
              IntegerEqualsNode.create(
                  thread, builder.add(new CurrentJavaThreadNode(JavaKind.Long)), NodeView.DEFAULT));
      LogicNode usable =
          builder.add(
              ShortCircuitOrNode.create(
                  initialized,
                  false,
                  ours,
                  false,
                  BranchProbabilityData.injected(MOSTLY_INITIALIZED)));
      appendDeoptimization(usable, state);
      // What the initialiser wrote is read after the state: an acquire barrier, no instruction on
      // x86.
      builder.add(new MembarNode(MembarNode.FenceKind.LOAD_ACQUIRE));
    }

    /**
     * Two actions: a class whose initialiser failed stays so, and the code is left to the JIT. All
     * else the interpreter puts right, in each thread that comes by meanwhile.
     */
    private void appendDeoptimization(LogicNode usable, ValueNode state) {
      // The one state behind it (src/hotspot/share/oops/instanceKlass.hpp, initialization_error).
      LogicNode failed =
          builder.add(
              IntegerLessThanNode.create(
                  builder.add(ConstantNode.forInt(config.instanceKlassStateFullyInitialized)),
                  builder.add(ZeroExtendNode.create(state, Integer.SIZE, NodeView.DEFAULT)),
                  NodeView.DEFAULT));
      ValueNode actionAndReason =
          builder.add(
              ConditionalNode.create(
                  failed,
                  actionAndReason(DeoptimizationAction.InvalidateRecompile),
                  actionAndReason(DeoptimizationAction.None),
                  NodeView.DEFAULT));
      ValueNode speculation =
          constant(builder.getMetaAccess().encodeSpeculation(SpeculationLog.NO_SPECULATION));
      BeginNode unusable = builder.getGraph().add(new BeginNode());
      unusable.setNext(
          builder.getGraph().add(new DynamicDeoptimizeNode(actionAndReason, speculation)));
      IfNode branch =
          builder.append(
              new IfNode(
                  usable, null, unusable, BranchProbabilityData.injected(MOSTLY_INITIALIZED)));
      branch.setTrueSuccessor(builder.append(new BeginNode()));
    }

    private ValueNode actionAndReason(DeoptimizationAction action) {
      return constant(
          builder
              .getMetaAccess()
              .encodeDeoptActionAndReason(action, DeoptimizationReason.RuntimeConstraint, 0));
    }

    private ValueNode constant(JavaConstant constant) {
      return builder.add(
          ConstantNode.forConstant(constant, builder.getMetaAccess(), builder.getGraph()));
    }

    private ValueNode read(ValueNode klass, int offset, LocationIdentity location, Stamp stamp) {
      AddressNode address =
          builder.add(new OffsetAddressNode(klass, builder.add(ConstantNode.forLong(offset))));
      return builder.add(
          new ReadNode(address, location, stamp, BarrierType.NONE, MemoryOrderMode.PLAIN));
    }
  }
}
