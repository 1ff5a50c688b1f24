// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal.phase;

import dev.preheat.compiler.questions.AskedClasses;
import dev.preheat.compiler.questions.QuestionNotes;
import java.util.Optional;
import jdk.graal.compiler.core.common.Fields;
import jdk.graal.compiler.core.common.type.AbstractObjectStamp;
import jdk.graal.compiler.core.common.type.StampPair;
import jdk.graal.compiler.core.common.type.TypeReference;
import jdk.graal.compiler.graph.Node;
import jdk.graal.compiler.nodes.GraphState;
import jdk.graal.compiler.nodes.StructuredGraph;
import jdk.graal.compiler.phases.BasePhase;
import jdk.graal.compiler.phases.tiers.HighTierContext;
import jdk.vm.ci.meta.ResolvedJavaMethod;

/**
 * Looks which classes the nodes of a method's graph name: their constants, stamps, types, methods
 * and fields. For tests: code made of the graph has to depend on all of them. Graphs of other
 * methods are looked at when they have been inlined; most never are. Type profiles are hints, which
 * code does not rely on.
 */
public final class GraphClasses extends BasePhase<HighTierContext> {

  private final ResolvedJavaMethod root;
  private final AskedClasses classes;

  public GraphClasses(ResolvedJavaMethod root, AskedClasses classes) {
    this.root = root;
    this.classes = classes;
  }

  @Override
  public Optional<NotApplicable> notApplicableTo(GraphState graphState) {
    return ALWAYS_APPLICABLE;
  }

  @Override
  protected void run(StructuredGraph graph, HighTierContext context) {
    if (root.equals(graph.method())) {
      QuestionNotes.aside(() -> look(graph));
    }
  }

  private Void look(StructuredGraph graph) {
    for (Node node : graph.getNodes()) {
      Fields data = node.getNodeClass().getData();
      for (int i = 0; i < data.getCount(); i++) {
        if (!data.getType(i).isPrimitive()) {
          add(data.getObject(node, i));
        }
      }
    }
    return null;
  }

  private void add(Object value) {
    switch (value) {
      case AbstractObjectStamp stamp -> classes.add(stamp.type());
      case TypeReference reference -> classes.add(reference.getType());
      case StampPair stamps -> {
        add(stamps.getTrustedStamp());
        add(stamps.getUncheckedStamp());
      }
      case null, default -> classes.add(value);
    }
  }
}
