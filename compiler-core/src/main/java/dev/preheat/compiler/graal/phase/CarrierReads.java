// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal.phase;

import java.util.Optional;
import jdk.graal.compiler.hotspot.replacements.HotSpotReplacementsUtil;
import jdk.graal.compiler.nodes.GraphState;
import jdk.graal.compiler.nodes.NamedLocationIdentity;
import jdk.graal.compiler.nodes.NodeView;
import jdk.graal.compiler.nodes.StructuredGraph;
import jdk.graal.compiler.nodes.memory.ReadNode;
import jdk.graal.compiler.phases.BasePhase;
import jdk.graal.compiler.phases.tiers.HighTierContext;

/**
 * Reads the handle of the scoped value cache again after each call. It belongs to the carrier, and
 * a virtual thread may come back from a call on another one; Graal takes it for immutable, other
 * than the handles of the current thread and of the carrier, and so read the cache of another
 * thread after a yield (jdk.graal.compiler.hotspot.replacements.HotSpotReplacementsUtil,
 * JAVA_THREAD_SCOPED_VALUE_CACHE_LOCATION).
 */
public final class CarrierReads extends BasePhase<HighTierContext> {

  private static final NamedLocationIdentity SCOPED_VALUE_CACHE =
      NamedLocationIdentity.mutable("JavaThread::_scopedValueCache of the carrier");

  @Override
  public Optional<NotApplicable> notApplicableTo(GraphState graphState) {
    return ALWAYS_APPLICABLE;
  }

  @Override
  protected void run(StructuredGraph graph, HighTierContext context) {
    for (ReadNode read : graph.getNodes().filter(ReadNode.class).snapshot()) {
      if (read.getLocationIdentity()
          == HotSpotReplacementsUtil.JAVA_THREAD_SCOPED_VALUE_CACHE_LOCATION) {
        ReadNode mutable =
            new ReadNode(
                read.getAddress(),
                SCOPED_VALUE_CACHE,
                read.stamp(NodeView.DEFAULT),
                read.getBarrierType(),
                read.getMemoryOrder());
        graph.replaceFixedWithFixed(read, graph.add(mutable));
      }
    }
  }
}
