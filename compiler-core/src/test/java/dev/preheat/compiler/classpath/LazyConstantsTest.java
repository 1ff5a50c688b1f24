// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.classpath;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.compiler.classpath.LazyConstants.Dynamic;
import dev.preheat.compiler.classpath.LazyConstants.Handle;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class LazyConstantsTest {
  private static final ConstantDesc TYPE = MethodTypeDesc.of(ConstantDescs.CD_int);
  private static final ConstantDesc DYNAMIC =
      DynamicConstantDesc.ofNamed(
          ConstantDescs.ofConstantBootstrap(ClassDesc.of("Other"), "make", ConstantDescs.CD_Object),
          "constant",
          ConstantDescs.CD_long);

  /** The handle of the bootstrap method lies before the constant that names it. */
  @Test
  void placesFollowTheOrderOfTheConstantPool() {
    assertEquals(
        Map.of(
            "method()V",
            Map.of(3, new Handle(1), 9, new Dynamic(4, ConstantDescs.CD_long), 13, new Handle(1))),
        read(
            code ->
                code.ldc("first")
                    .pop()
                    .ldc(TYPE)
                    .pop()
                    .ldc("second")
                    .pop()
                    .ldc(DYNAMIC)
                    .pop2()
                    .ldc(TYPE)
                    .pop()));
  }

  @Test
  void otherConstantsAreNotLazy() {
    assertEquals(
        Map.of(),
        read(
            code ->
                code.ldc("text")
                    .pop()
                    .ldc(ConstantDescs.CD_String)
                    .pop()
                    .ldc(70_000)
                    .pop()
                    .ldc(1L << 40)
                    .pop2()
                    .iconst_3()
                    .pop()));
  }

  private static Map<String, Map<Integer, LazyConstants.Constant>> read(
      Consumer<CodeBuilder> body) {
    return LazyConstants.read(
        ClassFile.of()
            .build(
                ClassDesc.of("Subject"),
                type ->
                    type.withMethodBody(
                        "method",
                        MethodTypeDesc.of(ConstantDescs.CD_void),
                        ClassFile.ACC_STATIC,
                        code -> {
                          body.accept(code);
                          code.return_();
                        })));
  }
}
