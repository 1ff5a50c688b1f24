// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal.phase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.graal.compiler.core.common.type.IntegerStamp;
import jdk.graal.compiler.core.common.type.StampFactory;
import jdk.graal.compiler.graph.Node;
import jdk.graal.compiler.nodes.AbstractBeginNode;
import jdk.graal.compiler.nodes.BeginNode;
import jdk.graal.compiler.nodes.ConstantNode;
import jdk.graal.compiler.nodes.DeoptimizeNode;
import jdk.graal.compiler.nodes.EndNode;
import jdk.graal.compiler.nodes.FixedNode;
import jdk.graal.compiler.nodes.FixedWithNextNode;
import jdk.graal.compiler.nodes.FrameState;
import jdk.graal.compiler.nodes.GraphState;
import jdk.graal.compiler.nodes.IfNode;
import jdk.graal.compiler.nodes.Invoke;
import jdk.graal.compiler.nodes.LogicNode;
import jdk.graal.compiler.nodes.LoopBeginNode;
import jdk.graal.compiler.nodes.LoopBeginNode.SafepointState;
import jdk.graal.compiler.nodes.LoopEndNode;
import jdk.graal.compiler.nodes.MergeNode;
import jdk.graal.compiler.nodes.NodeView;
import jdk.graal.compiler.nodes.ProfileData.BranchProbabilityData;
import jdk.graal.compiler.nodes.SafepointNode;
import jdk.graal.compiler.nodes.StateSplit;
import jdk.graal.compiler.nodes.StructuredGraph;
import jdk.graal.compiler.nodes.ValueNode;
import jdk.graal.compiler.nodes.ValuePhiNode;
import jdk.graal.compiler.nodes.calc.AddNode;
import jdk.graal.compiler.nodes.calc.IntegerEqualsNode;
import jdk.graal.compiler.nodes.calc.IntegerLessThanNode;
import jdk.graal.compiler.nodes.calc.IntegerTestNode;
import jdk.graal.compiler.nodes.calc.SubNode;
import jdk.graal.compiler.nodes.calc.UnsignedRightShiftNode;
import jdk.graal.compiler.nodes.extended.ForeignCall;
import jdk.graal.compiler.nodes.loop.CountedLoopInfo;
import jdk.graal.compiler.nodes.loop.InductionVariable;
import jdk.graal.compiler.nodes.loop.Loop;
import jdk.graal.compiler.nodes.loop.LoopsData;
import jdk.graal.compiler.nodes.memory.ReadNode;
import jdk.graal.compiler.nodes.memory.WriteNode;
import jdk.graal.compiler.phases.BasePhase;
import jdk.graal.compiler.phases.tiers.MidTierContext;
import jdk.vm.ci.meta.DeoptimizationAction;
import jdk.vm.ci.meta.DeoptimizationReason;
import jdk.vm.ci.meta.ResolvedJavaMethod;

/**
 * Lets code make way for the JIT. Each method counts down a word of its own when it is entered and
 * when it goes round a loop; at the end it tells the VM ({@link CounterOverflows}), and starts
 * anew. A loop that goes on when the JIT has code for the method is left to the interpreter, which
 * has ways from within a loop into compiled code.
 *
 * <p>Runs where the loops that are not short have got their safepoints.
 */
public final class Countdowns extends BasePhase<MidTierContext> {

  /** So often code runs until it tells again, once the program has started. */
  private static final int INTERVAL = 1 << 11;

  /** As the VM counts, so often loops of a method go round that do not tell, until one is left. */
  private static final int LONGEST_LOOP = 1 << 26;

  /** The VM compiles nothing longer (HugeMethodLimit): there is nothing to make way for. */
  private static final int LONGEST_BYTECODE = 8000;

  /** Up to so many bytes of bytecode C1 inlines and profiles a method itself (MaxInlineSize). */
  private static final int SMALL_BYTECODE = 35;

  /** So many rounds of a loop, as a power of two, are worth as much as a call. */
  private static final int LOG_ROUNDS = 3;

  /** So much is a call worth where there are loops: they may end before they count. */
  private static final int WITH_LOOPS = 8;

  /** After so many rounds, a power of two, a loop looks at the word. */
  private static final int ROUNDS = 1 << 10;

  private static final double RARE = 1.0 / INTERVAL;

  private final CounterOverflows overflows;

  public Countdowns(CounterOverflows overflows) {
    this.overflows = overflows;
  }

  @Override
  public Optional<NotApplicable> notApplicableTo(GraphState graphState) {
    return NotApplicable.when(
        !graphState.isAfterStage(GraphState.StageFlag.SAFEPOINTS_INSERTION),
        "it is not known which loops are short");
  }

  @Override
  protected void run(StructuredGraph graph, MidTierContext context) {
    LoopsData loops = context.getLoopsDataProvider().getLoopsData(graph);
    loops.detectCountedLoops();
    LoopRounds rounds = new LoopRounds(loops.outerFirst());
    Map<LoopBeginNode, Integer> others = new LinkedHashMap<>();
    List<Loop> leaves = new ArrayList<>();
    for (Loop loop : rounds.loops()) {
      if (rounds.isInnermost(loop) && isLeaf(loop)) {
        leaves.add(loop);
      } else if (isUsable(loop.loopBegin().stateAfter()) && !isOfSnippet(loop.loopBegin())) {
        others.put(loop.loopBegin(), rounds.worth(loop, ROUNDS));
      }
    }
    if (graph.method().getCodeSize() <= LONGEST_BYTECODE && !isSimple(graph)) {
      leaves.forEach(loop -> atLeaf(graph, loop));
      others.forEach(this::atLoop);
      atEntry(graph);
    }
    loops.deleteUnusedNodes();
  }

  /** Innermost loops that are counted and call nothing have no safepoints, if they are short. */
  private static boolean isLeaf(Loop loop) {
    return loop.isCounted()
        && loop.loopBegin().loopEnds().stream().noneMatch(Countdowns::hasSafepoint)
        && loop.whole().nodes().filter(Countdowns::isSafepoint).isEmpty();
  }

  private static boolean isSafepoint(Node node) {
    return node instanceof Invoke
        || (node instanceof ForeignCall call && call.isGuaranteedSafepoint());
  }

  private static boolean hasSafepoint(LoopEndNode end) {
    return end.predecessor() instanceof SafepointNode;
  }

  private static boolean isOfSnippet(LoopBeginNode loop) {
    return loop.loopEnds().first().getSafepointState() == SafepointState.MUST_NEVER_SAFEPOINT;
  }

  /**
   * Leaves take off at once what they are worth, and who enters the method the next time tells.
   * Within another loop the rounds of that count.
   */
  private static void atLeaf(StructuredGraph graph, Loop loop) {
    if (loop.parent() == null && isToCount(loop.counted())) {
      takeOff(graph, loop);
    }
  }

  /** Where the number of rounds is not known, and takes no division to find. */
  private static boolean isToCount(CountedLoopInfo loop) {
    InductionVariable counter = loop.getLimitCheckedIV();
    return loop.loopCanNeverOverflow()
        && !loop.isConstantMaxTripCount()
        && counter.isConstantStride()
        && Long.bitCount(Math.abs(counter.constantStride())) == 1
        && counter.valueNode().stamp(NodeView.DEFAULT) instanceof IntegerStamp stamp
        && stamp.getBits() == Integer.SIZE;
  }

  private static void takeOff(StructuredGraph graph, Loop loop) {
    ValueNode worth =
        graph.addOrUniqueWithInputs(
            UnsignedRightShiftNode.create(
                loop.counted().maxTripCountNode(),
                ConstantNode.forInt(LOG_ROUNDS, graph),
                NodeView.DEFAULT));
    CountdownWord word = new CountdownWord(graph);
    ReadNode before = word.read();
    WriteNode write =
        word.write(graph.addOrUniqueWithInputs(SubNode.create(before, worth, NodeView.DEFAULT)));
    graph.addBeforeFixed(loop.loopBegin().forwardEnd(), before);
    graph.addAfterFixed(before, write);
  }

  /** Without calls and loops, small code is as good as the JIT's. */
  private static boolean isSimple(StructuredGraph graph) {
    return graph.getBytecodeSize() <= SMALL_BYTECODE
        && graph.getNodes().filter(node -> node instanceof Invoke).isEmpty()
        && graph.getNodes().filter(node -> node instanceof ForeignCall).isEmpty()
        && !graph.hasLoops();
  }

  /**
   * At the entry, or behind the lock of a synchronized method: before it there is no state that the
   * interpreter could go on with.
   */
  private void atEntry(StructuredGraph graph) {
    FixedNode node = graph.start();
    while (node instanceof FixedWithNextNode place) {
      if (place instanceof StateSplit split && isUsable(split.stateAfter())) {
        Over over = append(place, split.stateAfter(), graph.hasLoops() ? WITH_LOOPS : 1);
        CounterOverflows.Counted counted = overflows.count(over.start(), INTERVAL >> 1, 0);
        overflows.tell(counted.last(), split.stateAfter()).setNext(end(over.merge()));
        return;
      }
      node = place.next();
    }
  }

  /**
   * Rounds are counted in a register; the word is looked at each {@value #ROUNDS} of them, and not
   * at all where a loop ends before.
   *
   * @param worth of a round, a power of two
   */
  private void atLoop(LoopBeginNode loop, int worth) {
    StructuredGraph graph = loop.graph();
    ValuePhiNode round =
        graph.addWithoutUnique(new ValuePhiNode(StampFactory.forInteger(Integer.SIZE), loop));
    ValueNode next =
        graph.addOrUniqueWithInputs(
            AddNode.create(round, ConstantNode.forInt(worth, graph), NodeView.DEFAULT));
    round.addInput(ConstantNode.forInt(0, graph));
    for (int i = loop.getLoopEndCount(); i > 0; i--) {
      round.addInput(next);
    }
    LogicNode isTime =
        graph.addOrUniqueWithInputs(
            IntegerTestNode.create(next, ConstantNode.forInt(ROUNDS - 1, graph), NodeView.DEFAULT));
    FixedNode body = loop.next();
    loop.setNext(null);
    AbstractBeginNode look = graph.add(new BeginNode());
    AbstractBeginNode goesOn = graph.add(new BeginNode());
    MergeNode merge = merge(graph, loop.stateAfter());
    double probability = (double) worth / ROUNDS;
    loop.setNext(
        graph.add(new IfNode(isTime, look, goesOn, BranchProbabilityData.injected(probability))));
    goesOn.setNext(end(merge));
    look.setNext(end(merge));
    merge.setNext(body);
    Over over = append(look, loop.stateAfter(), ROUNDS >> LOG_ROUNDS);
    CounterOverflows.Counted counted =
        overflows.count(over.start(), INTERVAL >> 1, INTERVAL << LOG_ROUNDS);
    if (isScoped(graph)) {
      leaveIf(isLong(counted), counted.last(), over.merge());
    } else {
      tellOrLeave(counted.last(), loop.stateAfter(), over.merge());
    }
  }

  /**
   * Whether code accesses memory that another thread may free meanwhile. Who frees it makes every
   * frame that does so check again, but not one that has called the VM to tell it something
   * (src/hotspot/share/prims/scopedMemoryAccess.cpp).
   */
  private static boolean isScoped(StructuredGraph graph) {
    return graph.method().isScoped()
        || graph.getMethods().stream().anyMatch(ResolvedJavaMethod::isScoped);
  }

  /**
   * The VM takes what a loop tells for the state of the whole method. So where it has other code
   * for that already, it is not to be told, and the loop is left.
   */
  private void tellOrLeave(FixedWithNextNode place, FrameState state, MergeNode after) {
    StructuredGraph graph = place.graph();
    ReadNode code = graph.add(overflows.code(graph));
    place.setNext(code);
    MergeNode toTell = merge(graph, state);
    AbstractBeginNode none = graph.add(new BeginNode());
    AbstractBeginNode some = graph.add(new BeginNode());
    code.setNext(
        graph.add(
            new IfNode(
                isEqual(code, ConstantNode.forLong(0, graph)),
                none,
                some,
                BranchProbabilityData.injected(RARE))));
    none.setNext(end(toTell));
    ReadNode level = graph.add(overflows.level(code));
    some.setNext(level);
    AbstractBeginNode same = graph.add(new BeginNode());
    same.setNext(end(toTell));
    level.setNext(
        graph.add(
            new IfNode(
                isEqual(level, overflows.levelOfImage(graph)),
                same,
                leave(graph),
                BranchProbabilityData.injected(1 - RARE))));
    overflows.tell(toTell, state).setNext(end(after));
  }

  private static LogicNode isEqual(ValueNode a, ValueNode b) {
    return a.graph().addOrUniqueWithInputs(IntegerEqualsNode.create(a, b, NodeView.DEFAULT));
  }

  private static LogicNode isLong(CounterOverflows.Counted counted) {
    StructuredGraph graph = counted.last().graph();
    return graph.addOrUniqueWithInputs(
        IntegerLessThanNode.create(
            ConstantNode.forInt(LONGEST_LOOP, graph), counted.loops(), NodeView.DEFAULT));
  }

  private static void leaveIf(LogicNode isOver, FixedWithNextNode place, MergeNode after) {
    StructuredGraph graph = place.graph();
    AbstractBeginNode stay = graph.add(new BeginNode());
    stay.setNext(end(after));
    place.setNext(
        graph.add(new IfNode(isOver, leave(graph), stay, BranchProbabilityData.injected(RARE))));
  }

  private static AbstractBeginNode leave(StructuredGraph graph) {
    AbstractBeginNode leave = graph.add(new BeginNode());
    leave.setNext(
        graph.add(
            new DeoptimizeNode(
                DeoptimizationAction.None, DeoptimizationReason.TransferToInterpreter)));
    return leave;
  }

  private static MergeNode merge(StructuredGraph graph, FrameState state) {
    MergeNode merge = graph.add(new MergeNode());
    merge.setStateAfter(state);
    return merge;
  }

  private static boolean isUsable(FrameState state) {
    return state != null && state.isValidForDeoptimization() && state.bci >= 0;
  }

  /** Where the word has come to its end, and where code goes on. */
  private record Over(FixedWithNextNode start, MergeNode merge) {}

  private static Over append(FixedWithNextNode place, FrameState state, int worth) {
    StructuredGraph graph = place.graph();
    FixedNode following = place.next();
    place.setNext(null);
    CountdownWord word = new CountdownWord(graph);
    ReadNode before = word.read();
    ValueNode after =
        graph.addOrUniqueWithInputs(
            AddNode.create(before, ConstantNode.forInt(-worth, graph), NodeView.DEFAULT));
    WriteNode write = word.write(after);
    LogicNode isOver =
        graph.addOrUniqueWithInputs(
            IntegerLessThanNode.create(after, ConstantNode.forInt(0, graph), NodeView.DEFAULT));
    AbstractBeginNode over = graph.add(new BeginNode());
    AbstractBeginNode goesOn = graph.add(new BeginNode());
    IfNode branch =
        graph.add(new IfNode(isOver, over, goesOn, BranchProbabilityData.injected(RARE)));
    MergeNode merge = merge(graph, state);
    place.setNext(before);
    before.setNext(write);
    write.setNext(branch);
    goesOn.setNext(end(merge));
    ReadNode interval = word.readInterval();
    WriteNode anew = word.write(interval);
    over.setNext(interval);
    interval.setNext(anew);
    merge.setNext(following);
    return new Over(anew, merge);
  }

  private static EndNode end(MergeNode merge) {
    EndNode end = merge.graph().add(new EndNode());
    merge.addForwardEnd(end);
    return end;
  }
}
