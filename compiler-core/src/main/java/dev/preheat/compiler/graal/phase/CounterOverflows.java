// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal.phase;

import dev.preheat.compiler.jvmci.VmConfig;
import dev.preheat.compiler.jvmci.VmTables;
import jdk.graal.compiler.core.common.memory.BarrierType;
import jdk.graal.compiler.core.common.memory.MemoryOrderMode;
import jdk.graal.compiler.core.common.spi.ForeignCallDescriptor.CallSideEffect;
import jdk.graal.compiler.core.common.type.Stamp;
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
public final class CounterOverflows {

  /** Of CompLevel, a signed byte. */
  private static final Stamp LEVEL = StampFactory.forInteger(Byte.SIZE);

  private static final LocationIdentity COUNTERS =
      NamedLocationIdentity.mutable("what the VM knows of a method");

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
  private final int entry;
  private final int increment;
  private final int limitedProfile;
  private final int methodCode;
  private final int compLevel;

  /** Links the call, once for all. */
  public CounterOverflows(
      OptionValues options,
      HotSpotProviders providers,
      long address,
      VmTables tables,
      VmConfig config) {
    metaAccess = providers.getMetaAccess();
    methodCounters = tables.offset("Method::_method_counters");
    invocations = tables.offset("MethodCounters::_invocation_counter");
    backedges = tables.offset("MethodCounters::_backedge_counter");
    entry = (int) config.constant("InvocationEntryBci");
    increment = (int) config.constant("InvocationCounter::count_increment");
    limitedProfile = (int) config.constant("CompLevel_limited_profile");
    methodCode = tables.offset("Method::_code");
    compLevel = tables.offset("nmethod::_comp_level");
    ((HotSpotForeignCallsProviderImpl) providers.getForeignCalls())
        .linkForeignCall(options, providers, OVERFLOW, address, true);
  }

  /** Adds to the counters of the graph's method; the interpreter knows nothing of it. */
  Counted count(FixedWithNextNode place, int calls, int rounds) {
    StructuredGraph graph = place.graph();
    ReadNode counters =
        graph.add(
            read(address(method(graph), methodCounters), StampFactory.forKind(JavaKind.Long)));
    place.setNext(counters);
    Counted called = add(counters, address(counters, invocations), calls);
    return rounds == 0 ? called : add(called.last(), address(counters, backedges), rounds);
  }

  private Counted add(FixedWithNextNode place, AddressNode counter, int times) {
    StructuredGraph graph = place.graph();
    ReadNode before = graph.add(read(counter, StampFactory.forInteger(Integer.SIZE)));
    ValueNode after =
        graph.addOrUniqueWithInputs(
            AddNode.create(
                before, ConstantNode.forInt(times * increment, graph), NodeView.DEFAULT));
    WriteNode write =
        graph.add(SideEffectFreeWriteNode.createWithoutSideEffect(counter, COUNTERS, after));
    place.setNext(before);
    before.setNext(write);
    return new Counted(write, before);
  }

  /**
   * What was counted.
   *
   * @param last where to go on
   * @param loops the value before of the counter of loops, if that was one, times the VM's
   *     increment
   */
  record Counted(FixedWithNextNode last, ValueNode loops) {}

  /**
   * Tells.
   *
   * @param place after which to do so
   * @param state of the interpreter there
   */
  FixedWithNextNode tell(FixedWithNextNode place, FrameState state) {
    StructuredGraph graph = place.graph();
    ForeignCallNode call =
        graph.add(new ForeignCallNode(OVERFLOW, ConstantNode.forInt(entry, graph), method(graph)));
    call.setStateAfter(state);
    place.setNext(call);
    return call;
  }

  /** The address of the nmethod that runs when the graph's method is called; 0 for none. */
  ReadNode code(StructuredGraph graph) {
    return read(address(method(graph), methodCode), StampFactory.forKind(JavaKind.Long));
  }

  /** The level of an nmethod. There is no safepoint before it, at which that could be freed. */
  ReadNode level(ReadNode code) {
    return read(address(code, compLevel), LEVEL);
  }

  /** The level that the loader gives to code of an image. */
  ConstantNode levelOfImage(StructuredGraph graph) {
    return ConstantNode.forIntegerStamp(LEVEL, limitedProfile, graph);
  }

  private ConstantNode method(StructuredGraph graph) {
    return ConstantNode.forConstant(
        MethodPointerStamp.methodNonNull(),
        ((HotSpotResolvedJavaMethod) graph.method()).getEncoding(),
        metaAccess,
        graph);
  }

  private static AddressNode address(ValueNode base, int offset) {
    StructuredGraph graph = base.graph();
    return graph.unique(new OffsetAddressNode(base, ConstantNode.forLong(offset, graph)));
  }

  private static ReadNode read(AddressNode address, Stamp stamp) {
    return new ReadNode(address, COUNTERS, stamp, BarrierType.NONE, MemoryOrderMode.PLAIN);
  }
}
