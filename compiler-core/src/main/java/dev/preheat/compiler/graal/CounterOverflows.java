// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal;

import dev.preheat.compiler.jvmci.VmTables;
import jdk.graal.compiler.core.common.memory.BarrierType;
import jdk.graal.compiler.core.common.memory.MemoryOrderMode;
import jdk.graal.compiler.core.common.spi.ForeignCallDescriptor.CallSideEffect;
import jdk.graal.compiler.core.common.type.StampFactory;
import jdk.graal.compiler.hotspot.meta.HotSpotForeignCallDescriptor;
import jdk.graal.compiler.hotspot.meta.HotSpotForeignCallDescriptor.Transition;
import jdk.graal.compiler.hotspot.meta.HotSpotForeignCallsProviderImpl;
import jdk.graal.compiler.hotspot.meta.HotSpotProviders;
import jdk.graal.compiler.hotspot.nodes.type.MethodPointerStamp;
import jdk.graal.compiler.nodes.ConstantNode;
import jdk.graal.compiler.nodes.FixedWithNextNode;
import jdk.graal.compiler.nodes.FrameState;
import jdk.graal.compiler.nodes.NamedLocationIdentity;
import jdk.graal.compiler.nodes.NodeView;
import jdk.graal.compiler.nodes.StructuredGraph;
import jdk.graal.compiler.nodes.ValueNode;
import jdk.graal.compiler.nodes.calc.AddNode;
import jdk.graal.compiler.nodes.extended.ForeignCallNode;
import jdk.graal.compiler.nodes.memory.ReadNode;
import jdk.graal.compiler.nodes.memory.SideEffectFreeWriteNode;
import jdk.graal.compiler.nodes.memory.WriteNode;
import jdk.graal.compiler.nodes.memory.address.AddressNode;
import jdk.graal.compiler.nodes.memory.address.OffsetAddressNode;
import jdk.graal.compiler.options.OptionValues;
import jdk.graal.compiler.word.Word;
import jdk.vm.ci.hotspot.HotSpotResolvedJavaMethod;
import jdk.vm.ci.meta.JavaKind;
import jdk.vm.ci.meta.MetaAccessProvider;
import jdk.vm.ci.meta.ResolvedJavaMethod;
import org.graalvm.word.LocationIdentity;

/**
 * How code tells the VM that it is hot, as code of tier 2 does: it adds to the method's counters
 * and calls {@code Runtime1::counter_overflow}, which asks the policy
 * (src/hotspot/share/compiler/compilationPolicy.cpp) what comes next. The code goes on running
 * until the VM has better.
 *
 * <p>The VM makes {@code MethodCounters} for each method whose code JVMCI installs
 * (JVMCIRuntime::register_method, src/hotspot/share/jvmci/jvmciRuntime.cpp).
 */
final class CounterOverflows {

  /** InvocationEntryBci, src/hotspot/share/utilities/globalDefinitions.hpp. */
  private static final int ENTRY = -1;

  /** InvocationCounter::count_increment, src/hotspot/share/interpreter/invocationCounter.hpp. */
  private static final int COUNT_INCREMENT = 2;

  private static final LocationIdentity COUNTERS =
      NamedLocationIdentity.mutable("MethodCounters of the VM");

  private static final HotSpotForeignCallDescriptor OVERFLOW =
      new HotSpotForeignCallDescriptor(
          Transition.SAFEPOINT,
          CallSideEffect.HAS_SIDE_EFFECT,
          HotSpotForeignCallsProviderImpl.NO_LOCATIONS,
          "counter_overflow",
          void.class,
          int.class,
          Word.class);

  private final MetaAccessProvider metaAccess;
  private final int methodCounters;
  private final int invocations;
  private final int backedges;

  /** Links the call, once for all. */
  CounterOverflows(
      OptionValues options, HotSpotProviders providers, long address, VmTables tables) {
    metaAccess = providers.getMetaAccess();
    methodCounters = tables.offset("Method::_method_counters");
    invocations = tables.offset("MethodCounters::_invocation_counter");
    backedges = tables.offset("MethodCounters::_backedge_counter");
    ((HotSpotForeignCallsProviderImpl) providers.getForeignCalls())
        .linkForeignCall(options, providers, OVERFLOW, address, true);
  }

  /**
   * Adds to one of the counters of a method, and tells.
   *
   * @param place after which to do so
   * @param state of the interpreter there
   * @return the last node of it, and how often the method has gone round its loops
   */
  Told append(FixedWithNextNode place, FrameState state, boolean isLoop, int times) {
    StructuredGraph graph = place.graph();
    ResolvedJavaMethod root = graph.method();
    ConstantNode method =
        ConstantNode.forConstant(
            MethodPointerStamp.methodNonNull(),
            ((HotSpotResolvedJavaMethod) root).getEncoding(),
            metaAccess,
            graph);
    ReadNode counters = graph.add(read(address(method, methodCounters), JavaKind.Long));
    AddressNode counter = address(counters, isLoop ? backedges : invocations);
    ReadNode before = graph.add(read(counter, JavaKind.Int));
    ValueNode after =
        graph.addOrUniqueWithInputs(
            AddNode.create(
                before, ConstantNode.forInt(times * COUNT_INCREMENT, graph), NodeView.DEFAULT));
    WriteNode write =
        graph.add(SideEffectFreeWriteNode.createWithoutSideEffect(counter, COUNTERS, after));
    ForeignCallNode call =
        graph.add(new ForeignCallNode(OVERFLOW, ConstantNode.forInt(ENTRY, graph), method));
    call.setStateAfter(state);
    graph.addAfterFixed(place, counters);
    graph.addAfterFixed(counters, before);
    graph.addAfterFixed(before, write);
    graph.addAfterFixed(write, call);
    return new Told(call, before);
  }

  /**
   * What was told.
   *
   * @param last the call
   * @param before the counter's value before, times {@value #COUNT_INCREMENT}
   */
  record Told(FixedWithNextNode last, ValueNode before) {}

  private static AddressNode address(ValueNode base, int offset) {
    StructuredGraph graph = base.graph();
    return graph.unique(new OffsetAddressNode(base, ConstantNode.forLong(offset, graph)));
  }

  private static ReadNode read(AddressNode address, JavaKind kind) {
    return new ReadNode(
        address, COUNTERS, StampFactory.forKind(kind), BarrierType.NONE, MemoryOrderMode.PLAIN);
  }
}
