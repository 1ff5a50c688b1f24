// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.instrument;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.constant.IntegerConstant;
import net.bytebuddy.implementation.bytecode.member.MethodVariableAccess;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Loads the path of a call: the start of the method's tree, then a step for the receiver and for
 * each reference argument, in order. A constructor has no receiver to pass yet.
 */
final class PathOfCallMapping implements Advice.OffsetMapping {
  private final MethodRegistry registry;

  PathOfCallMapping(MethodRegistry registry) {
    this.registry = registry;
  }

  /** Binds the mapping to {@link PathOfCall}. */
  static Advice.OffsetMapping.Factory<PathOfCall> factory(MethodRegistry registry) {
    return new Advice.OffsetMapping.Factory<>() {
      @Override
      public Class<PathOfCall> getAnnotationType() {
        return PathOfCall.class;
      }

      @Override
      public Advice.OffsetMapping make(
          ParameterDescription.InDefinedShape target,
          AnnotationDescription.Loadable<PathOfCall> annotation,
          AdviceType adviceType) {
        return new PathOfCallMapping(registry);
      }
    };
  }

  @Override
  public Target resolve(
      TypeDescription instrumentedType,
      MethodDescription method,
      Assigner assigner,
      Advice.ArgumentHandler arguments,
      Sort sort) {
    List<StackManipulation> path = new ArrayList<>();
    path.add(
        IntegerConstant.forValue(
            registry.index(
                new TracedMethod(
                    instrumentedType.getInternalName(),
                    method.getInternalName(),
                    method.getDescriptor(),
                    method.isStatic()))));
    path.add(
        new Call(Opcodes.INVOKESTATIC, BootClasses.TREE, "start", "(I)L" + BootClasses.PATH + ";"));
    if (!method.isStatic() && !method.isConstructor()) {
      addStep(path, arguments.argument(Advice.ArgumentHandler.THIS_REFERENCE));
    }
    for (ParameterDescription parameter : method.getParameters()) {
      if (!parameter.getType().isPrimitive()) {
        addStep(path, arguments.argument(parameter.getOffset()));
      }
    }
    return new Target.ForStackManipulation(new StackManipulation.Compound(path));
  }

  private static void addStep(List<StackManipulation> path, int variable) {
    path.add(MethodVariableAccess.REFERENCE.loadFrom(variable));
    path.add(
        new Call(
            Opcodes.INVOKEVIRTUAL,
            BootClasses.PATH,
            "next",
            "(Ljava/lang/Object;)L" + BootClasses.PATH + ";"));
  }

  /** A call of a class that is there at run time only. It takes one or two slots, gives one. */
  private static final class Call extends StackManipulation.AbstractBase {
    private final int opcode;
    private final String owner;
    private final String name;
    private final String descriptor;

    Call(int opcode, String owner, String name, String descriptor) {
      this.opcode = opcode;
      this.owner = owner;
      this.name = name;
      this.descriptor = descriptor;
    }

    @Override
    public Size apply(MethodVisitor methodVisitor, Implementation.Context context) {
      methodVisitor.visitMethodInsn(opcode, owner, name, descriptor, false);
      return new Size(opcode == Opcodes.INVOKESTATIC ? 0 : -1, 0);
    }
  }
}
