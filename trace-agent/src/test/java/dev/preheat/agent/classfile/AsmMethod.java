// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.classfile;

import dev.preheat.format.trace.SymbolicReference;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** A method as ASM reads it: where its instructions start, and what they name. */
record AsmMethod(
    String name, String descriptor, List<Integer> starts, List<SymbolicReference> references) {
  static List<AsmMethod> read(byte[] classFile) {
    List<AsmMethod> methods = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    ClassReader reader =
        new ClassReader(classFile) {
          @Override
          protected void readBytecodeInstructionOffset(int offset) {
            starts.add(offset);
          }
        };
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            AsmMethod method =
                new AsmMethod(name, descriptor, new ArrayList<>(), new ArrayList<>());
            methods.add(method);
            return new References(method.references) {
              @Override
              public void visitCode() {
                starts.clear();
              }

              @Override
              public void visitMaxs(int stack, int locals) {
                method.starts.addAll(starts);
              }
            };
          }
        };
    reader.accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return methods;
  }

  boolean hasCode() {
    return !starts.isEmpty();
  }

  private static class References extends MethodVisitor {
    private final List<SymbolicReference> references;

    References(List<SymbolicReference> references) {
      super(Opcodes.ASM9);
      this.references = references;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      references.add(new SymbolicReference.ClassReference(type));
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      references.add(new SymbolicReference.ClassReference(descriptor));
    }

    @Override
    public void visitLdcInsn(Object value) {
      if (value instanceof Type type && type.getSort() != Type.METHOD) {
        references.add(new SymbolicReference.ClassReference(type.getInternalName()));
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      references.add(new SymbolicReference.FieldReference(owner, name, descriptor));
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      references.add(new SymbolicReference.MethodReference(owner, name, descriptor));
    }
  }
}
