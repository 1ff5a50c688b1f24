// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.it;

import dev.preheat.format.trace.MethodId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Where the instructions of a method are that the VM has profiles of, as ASM sees the class file.
 */
record ClassFileCode(
    int length, SortedSet<Integer> conditionalJumps, SortedSet<Integer> virtualCallsAndTypeChecks) {
  static ClassFileCode read(Path classFile, MethodId method) throws IOException {
    SortedSet<Integer> jumps = new TreeSet<>();
    SortedSet<Integer> types = new TreeSet<>();
    List<Integer> at = new ArrayList<>();
    ClassReader reader =
        new ClassReader(Files.readAllBytes(classFile)) {
          @Override
          protected void readBytecodeInstructionOffset(int offset) {
            at.add(offset);
          }
        };
    List<Integer> ends = new ArrayList<>();
    MethodVisitor code =
        new MethodVisitor(Opcodes.ASM9) {
          @Override
          public void visitCode() {
            at.clear();
          }

          @Override
          public void visitJumpInsn(int opcode, Label label) {
            if (opcode != Opcodes.GOTO) {
              jumps.add(last());
            }
          }

          @Override
          public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.CHECKCAST || opcode == Opcodes.INSTANCEOF) {
              types.add(last());
            }
          }

          @Override
          public void visitMethodInsn(
              int opcode, String owner, String name, String descriptor, boolean isInterface) {
            // A final method has no receiver profile.
            if (opcode == Opcodes.INVOKEVIRTUAL && owner.equals("java/lang/Object")) {
              types.add(last());
            }
          }

          @Override
          public void visitMaxs(int stack, int locals) {
            ends.add(last() + 1);
          }

          private int last() {
            return at.get(at.size() - 1);
          }
        };
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return name.equals(method.name()) && descriptor.equals(method.descriptor())
                ? code
                : null;
          }
        },
        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new ClassFileCode(ends.get(0), jumps, types);
  }
}
