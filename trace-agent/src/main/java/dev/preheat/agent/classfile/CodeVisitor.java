// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.classfile;

import dev.preheat.format.trace.SymbolicReference;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Adds to a method's code what ASM reads of it. */
final class CodeVisitor extends MethodVisitor {
  private final Code code;
  private final CodeReader reader;

  CodeVisitor(Code code, CodeReader reader) {
    super(Opcodes.ASM9);
    this.code = code;
    this.reader = reader;
  }

  private void add(int opcode) {
    code.add(reader.offset(), opcode);
  }

  @Override
  public void visitInsn(int opcode) {
    add(opcode);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    add(opcode);
  }

  @Override
  public void visitVarInsn(int opcode, int local) {
    add(opcode);
  }

  @Override
  public void visitIincInsn(int local, int increment) {
    add(Opcodes.IINC);
  }

  @Override
  public void visitJumpInsn(int opcode, Label target) {
    add(opcode);
  }

  @Override
  public void visitTableSwitchInsn(int low, int high, Label otherwise, Label... targets) {
    add(Opcodes.TABLESWITCH);
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] targets) {
    add(Opcodes.LOOKUPSWITCH);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    add(opcode);
    code.add(new SymbolicReference.ClassReference(type));
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    add(Opcodes.MULTIANEWARRAY);
    code.add(new SymbolicReference.ClassReference(descriptor));
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    add(opcode);
    code.add(new SymbolicReference.FieldReference(owner, name, descriptor));
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    add(opcode);
    code.add(new SymbolicReference.MethodReference(owner, name, descriptor));
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrapMethod, Object... arguments) {
    add(Opcodes.INVOKEDYNAMIC);
    addHandle(bootstrapMethod);
    for (Object argument : arguments) {
      addHandle(argument);
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    add(Opcodes.LDC);
    if (value instanceof Type type) {
      if (type.getSort() != Type.METHOD) {
        code.add(new SymbolicReference.ClassReference(type.getInternalName()));
      }
    } else if (value instanceof ConstantDynamic constant) {
      addHandle(constant.getBootstrapMethod());
      for (int i = 0; i < constant.getBootstrapMethodArgumentCount(); i++) {
        addHandle(constant.getBootstrapMethodArgument(i));
      }
    } else {
      addHandle(value);
    }
  }

  /** A handle of a field runs no method. */
  private void addHandle(Object value) {
    if (value instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
      code.addHandle(
          new SymbolicReference.MethodReference(
              handle.getOwner(), handle.getName(), handle.getDesc()));
    }
  }
}
