// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal.parse;

import dev.preheat.hotspot.UnknownVmException;
import java.io.Serializable;
import java.lang.constant.ClassDesc;
import java.lang.constant.Constable;
import java.lang.constant.ConstantDesc;
import java.util.Set;
import jdk.graal.compiler.core.common.type.StampFactory;
import jdk.graal.compiler.core.common.type.TypeReference;
import jdk.graal.compiler.nodes.ConstantNode;
import jdk.graal.compiler.nodes.FixedGuardNode;
import jdk.graal.compiler.nodes.LogicNode;
import jdk.graal.compiler.nodes.NodeView;
import jdk.graal.compiler.nodes.PiNode;
import jdk.graal.compiler.nodes.ValueNode;
import jdk.graal.compiler.nodes.calc.ConditionalNode;
import jdk.graal.compiler.nodes.calc.IntegerEqualsNode;
import jdk.graal.compiler.nodes.graphbuilderconf.GraphBuilderContext;
import jdk.graal.compiler.nodes.java.ArrayLengthNode;
import jdk.graal.compiler.nodes.java.InstanceOfNode;
import jdk.graal.compiler.nodes.java.LoadFieldNode;
import jdk.vm.ci.meta.DeoptimizationAction;
import jdk.vm.ci.meta.DeoptimizationReason;
import jdk.vm.ci.meta.JavaKind;
import jdk.vm.ci.meta.ResolvedJavaField;
import jdk.vm.ci.meta.ResolvedJavaType;

/**
 * From what the VM keeps of a dynamic constant to its value. Primitive ones are in boxes. Instead
 * of null there is a string of the VM's own, {@code "<null_sentinel>"}
 * (src/hotspot/share/memory/universe.cpp, _the_null_sentinel), which no other name leads to.
 */
record DynamicConstantLoad(GraphBuilderContext builder, ClassDesc type) {

  private static final String STRING = String.class.descriptorString();

  /** Types other than that of strings whose constants may be strings, too. */
  private static final Set<String> STRINGS_AMONG_OTHERS =
      Set.of(
          Object.class.descriptorString(),
          CharSequence.class.descriptorString(),
          Comparable.class.descriptorString(),
          Serializable.class.descriptorString(),
          Constable.class.descriptorString(),
          ConstantDesc.class.descriptorString());

  private static final int LENGTH_OF_SENTINEL = "<null_sentinel>".length();

  /** The kind of the value. */
  JavaKind kind() {
    return JavaKind.fromTypeString(type.descriptorString());
  }

  /** The value of what is kept. */
  ValueNode value(ValueNode kept) {
    String descriptor = type.descriptorString();
    if (type.isPrimitive()) {
      ResolvedJavaType box = builder.getMetaAccess().lookupJavaType(kind().toBoxedJavaClass());
      return field(exactly(box, kept), "value", box);
    }
    if (descriptor.equals(STRING)) {
      return string(exactly(stringType(), kept));
    }
    LogicNode isString =
        builder.add(InstanceOfNode.create(TypeReference.createExactTrusted(stringType()), kept));
    if (STRINGS_AMONG_OTHERS.contains(descriptor)) {
      leaveToJit(isString);
      return kept;
    }
    ValueNode none = builder.add(ConstantNode.defaultForKind(JavaKind.Object, builder.getGraph()));
    return builder.add(ConditionalNode.create(isString, none, kept, NodeView.DEFAULT));
  }

  /** Any string as long as the sentinel may be it. */
  private ValueNode string(ValueNode string) {
    ValueNode length =
        builder.add(
            ArrayLengthNode.create(
                field(string, "value", stringType()), builder.getConstantReflection()));
    leaveToJit(
        builder.add(
            IntegerEqualsNode.create(
                length,
                builder.add(ConstantNode.forInt(LENGTH_OF_SENTINEL, builder.getGraph())),
                NodeView.DEFAULT)));
    return string;
  }

  private void leaveToJit(LogicNode condition) {
    builder.add(
        new FixedGuardNode(
            condition,
            DeoptimizationReason.Unresolved,
            DeoptimizationAction.InvalidateRecompile,
            true));
  }

  private ValueNode exactly(ResolvedJavaType exactType, ValueNode object) {
    return builder.add(
        PiNode.create(
            object, StampFactory.objectNonNull(TypeReference.createExactTrusted(exactType)), null));
  }

  private ValueNode field(ValueNode object, String name, ResolvedJavaType holder) {
    for (ResolvedJavaField field : holder.getInstanceFields(false)) {
      if (field.getName().equals(name)) {
        return builder.add(LoadFieldNode.create(builder.getAssumptions(), object, field));
      }
    }
    throw new UnknownVmException("has no field " + holder.toJavaName() + "." + name);
  }

  private ResolvedJavaType stringType() {
    return builder.getMetaAccess().lookupJavaType(String.class);
  }
}
