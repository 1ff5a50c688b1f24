// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal.phase;

import dev.preheat.compiler.graal.parse.Unresolved;
import java.util.Optional;
import jdk.graal.compiler.graph.Node;
import jdk.graal.compiler.hotspot.nodes.DeoptimizeCallerNode;
import jdk.graal.compiler.nodes.GraphState;
import jdk.graal.compiler.nodes.StaticDeoptimizingNode;
import jdk.graal.compiler.nodes.StructuredGraph;
import jdk.graal.compiler.phases.BasePhase;
import jdk.vm.ci.meta.DeoptimizationAction;
import jdk.vm.ci.meta.DeoptimizationReason;

/**
 * No code deoptimises for ever. Graal compiles a method again when it has deoptimised too often; an
 * image cannot, and with the action {@code None} the code would stay, and leave every execution to
 * the interpreter. So none is left with that action: what is thrown takes the code out as other
 * exceptions do, and all else, which the interpreter can often put right, the fourth time.
 *
 * <p>The VM counts by method, bytecode and reason, for some reasons only; for others it takes the
 * code out at once (src/hotspot/share/runtime/deoptimization.cpp, uncommon_trap_inner,
 * PerBytecodeTrapLimit). {@code UnreachedCode} is one that it counts, and that nothing is thrown
 * for. Where the VM has no C2 it counts nothing.
 *
 * <p>Runs where guards can no longer move, because Graal moves guards of other actions more freely.
 */
public final class BoundedDeoptimizations<C> extends BasePhase<C> {

  private static final DeoptimizationReason COUNTED = DeoptimizationReason.UnreachedCode;
  private static final DeoptimizationAction WHEN_OFTEN =
      DeoptimizationAction.RecompileIfTooManyDeopts;

  @Override
  public Optional<NotApplicable> notApplicableTo(GraphState graphState) {
    return NotApplicable.when(
        !graphState.getGuardsStage().areDeoptsFixed(), "guards can still move");
  }

  @Override
  protected void run(StructuredGraph graph, C context) {
    for (Node node : graph.getNodes()) {
      if (node instanceof StaticDeoptimizingNode deoptimizing
          && deoptimizing.getAction() == DeoptimizationAction.None) {
        bound(deoptimizing);
      }
    }
  }

  private static void bound(StaticDeoptimizingNode node) {
    switch (node.getReason()) {
      case NullCheckException,
          BoundsCheckException,
          ClassCastException,
          ArrayStoreException,
          ArithmeticException ->
          node.setAction(DeoptimizationAction.InvalidateReprofile);
      case None,
          UnreachedCode,
          TypeCheckedInliningViolated,
          OptimizedTypeCheckViolated,
          NotCompiledExceptionHandler,
          Unresolved,
          JavaSubroutineMismatch,
          RuntimeConstraint,
          LoopLimitCheck,
          Aliasing,
          TransferToInterpreter -> {
        node.setReason(COUNTED);
        node.setAction(WHEN_OFTEN);
      }
    }
  }

  /** Stubs deoptimise their caller when the VM has thrown in them. */
  public static void boundCallers(StructuredGraph stub) {
    for (DeoptimizeCallerNode node :
        stub.getNodes().filter(DeoptimizeCallerNode.class).snapshot()) {
      DeoptimizeCallerNode bounded = stub.add(new DeoptimizeCallerNode(WHEN_OFTEN, COUNTED));
      node.replaceAtPredecessor(bounded);
      node.safeDelete();
    }
  }
}
