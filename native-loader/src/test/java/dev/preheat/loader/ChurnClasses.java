// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the program Churn retransforms: each class's method calls that of the next one. */
final class ChurnClasses {

  /** So many that the VM writes into the list of a class's methods when it frees that. */
  private static final int MORE_METHODS = 40;

  private ChurnClasses() {}

  /** Classes C0 to C&lt;count - 1&gt;. */
  static Path jar(ImageKit kit, int count) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      ClassDesc next = ClassDesc.of("C" + (i + 1) % count);
      files.put(
          "C" + i + ".class",
          ClassFile.of().build(ClassDesc.of("C" + i), type -> build(type, number, next)));
    }
    return kit.classJar("churn-classes.jar", files);
  }

  private static void build(ClassBuilder type, int number, ClassDesc next) {
    MethodTypeDesc intToInt = MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int);
    int flags = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;
    type.withFlags(ClassFile.ACC_PUBLIC);
    type.withMethodBody(
        "of",
        intToInt,
        flags,
        code ->
            code.iload(0)
                .ifThenElse(
                    java.lang.classfile.Opcode.IFGT,
                    more ->
                        more.iload(0)
                            .iconst_1()
                            .isub()
                            .invokestatic(next, "of", intToInt)
                            .iconst_1()
                            .iadd()
                            .ireturn(),
                    none -> none.loadConstant(number).ireturn()));
    for (int i = 0; i < MORE_METHODS; i++) {
      type.withMethodBody(
          "more" + i, MethodTypeDesc.of(ConstantDescs.CD_void), flags, code -> code.return_());
    }
  }
}
