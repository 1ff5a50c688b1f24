// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal.parse;

import jdk.graal.compiler.core.common.type.StampFactory;
import jdk.graal.compiler.nodes.ConstantNode;
import jdk.graal.compiler.nodes.FixedGuardNode;
import jdk.graal.compiler.nodes.LogicNode;
import jdk.graal.compiler.nodes.NamedLocationIdentity;
import jdk.graal.compiler.nodes.NodeView;
import jdk.graal.compiler.nodes.PiNode;
import jdk.graal.compiler.nodes.ValueNode;
import jdk.graal.compiler.nodes.calc.IntegerEqualsNode;
import jdk.graal.compiler.nodes.extended.RawLoadNode;
import jdk.graal.compiler.nodes.graphbuilderconf.GraphBuilderContext;
import jdk.internal.misc.Unsafe;
import jdk.vm.ci.meta.DeoptimizationAction;
import jdk.vm.ci.meta.DeoptimizationReason;
import jdk.vm.ci.meta.JavaConstant;
import jdk.vm.ci.meta.JavaKind;

/**
 * A place in the resolved references of a class: null until the interpreter has resolved what
 * belongs there, and the same object ever after.
 *
 * @param references stands for the array
 * @param offset in the array, or the number that stands for it
 */
record ResolvedReference(JavaConstant references, long offset) {

  /** The offset of an element. */
  static long offset(int index) {
    return Unsafe.ARRAY_OBJECT_BASE_OFFSET + (long) index * Unsafe.ARRAY_OBJECT_INDEX_SCALE;
  }

  /** Loads the object; where there is none yet, the interpreter resolves it. */
  ValueNode load(GraphBuilderContext builder) {
    ValueNode array =
        builder.add(
            ConstantNode.forConstant(references, builder.getMetaAccess(), builder.getGraph()));
    ValueNode place = builder.add(ConstantNode.forLong(offset, builder.getGraph()));
    appendGuard(builder, array, place);
    ValueNode object = builder.add(load(array, place, JavaKind.Object));
    return builder.add(PiNode.create(object, StampFactory.objectNonNull(), null));
  }

  /**
   * The reference is looked at as bits: a null check of the object would be merged with others, and
   * end up as one that invalidates the code.
   */
  private static void appendGuard(GraphBuilderContext builder, ValueNode array, ValueNode place) {
    JavaKind bits = Unsafe.ARRAY_OBJECT_INDEX_SCALE == Integer.BYTES ? JavaKind.Int : JavaKind.Long;
    ValueNode reference = builder.add(load(array, place, bits));
    LogicNode unresolved =
        builder.add(
            IntegerEqualsNode.create(
                reference,
                builder.add(ConstantNode.defaultForKind(bits, builder.getGraph())),
                NodeView.DEFAULT));
    builder.add(
        new FixedGuardNode(
            unresolved, DeoptimizationReason.RuntimeConstraint, DeoptimizationAction.None, true));
  }

  private static RawLoadNode load(ValueNode array, ValueNode place, JavaKind kind) {
    return new RawLoadNode(
        array, place, kind, NamedLocationIdentity.getArrayLocation(JavaKind.Object));
  }
}
