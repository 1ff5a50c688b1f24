// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the class whose methods load constants that the VM resolves when they are first loaded,
 * which no Java source can name, and that link what is not there. Each returns an object.
 */
public final class LazyConstants {
  private static final String PACKAGE = "dev.preheat.conformance.programs.";

  /** The class. */
  public static final String NAME = PACKAGE + "LazyConstants";

  /** The program that calls its methods again and again. */
  public static final String PROGRAM = PACKAGE + "EndlessProgram";

  private static final ClassDesc BOOTSTRAPS = ClassDesc.of(PACKAGE + "Bootstraps");

  private static final MethodTypeDesc RETURNS_OBJECT = MethodTypeDesc.of(ConstantDescs.CD_Object);

  private static final List<String> FAILING_CALLS =
      List.of("failingCall", "missingMethod", "missingClass");

  private LazyConstants() {}

  /** The program that calls its methods, and others that the interpreter has to help. */
  public static Map<String, String> sources() throws IOException {
    Stream<String> methods = Stream.concat(constants().keySet().stream(), FAILING_CALLS.stream());
    String calls =
        methods
            .map(name -> "    again(\"" + name + "\", LazyConstants::" + name + ");")
            .collect(Collectors.joining("\n"));
    return Map.of(
        PROGRAM,
        text("EndlessProgram.txt").replace("CONSTANTS", calls),
        PACKAGE + "Bootstraps",
        text("Bootstraps.txt"));
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = LazyConstants.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The class file. */
  public static byte[] generate() {
    Map<String, ConstantDesc> constants = constants();
    return ClassFile.of()
        .build(
            ClassDesc.of(NAME),
            type -> {
              constants.forEach(
                  (name, constant) ->
                      type.withMethodBody(
                          name,
                          RETURNS_OBJECT,
                          ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                          code -> load(code, constant)));
              type.withMethodBody(
                  "failingCall",
                  RETURNS_OBJECT,
                  ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                  code ->
                      code.invokedynamic(
                              DynamicCallSiteDesc.of(
                                  ConstantDescs.ofCallsiteBootstrap(
                                      BOOTSTRAPS, "link", ConstantDescs.CD_CallSite),
                                  "failing",
                                  RETURNS_OBJECT))
                          .areturn());
              type.withMethodBody(
                  "missingMethod",
                  RETURNS_OBJECT,
                  ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                  code -> code.invokestatic(BOOTSTRAPS, "missing", RETURNS_OBJECT).areturn());
              type.withMethodBody(
                  "missingClass",
                  RETURNS_OBJECT,
                  ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                  code -> {
                    ClassDesc missing = ClassDesc.of(PACKAGE + "Missing");
                    code.new_(missing)
                        .dup()
                        .invokespecial(
                            missing,
                            ConstantDescs.INIT_NAME,
                            MethodTypeDesc.of(ConstantDescs.CD_void))
                        .areturn();
                  });
            });
  }

  private static Map<String, ConstantDesc> constants() {
    Map<String, ConstantDesc> constants = new LinkedHashMap<>();
    constants.put("plainString", "a string between them");
    constants.put(
        "handle",
        MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC,
            BOOTSTRAPS,
            "called",
            MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int)));
    constants.put("type", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_String));
    constants.put("failingHandle", missingHandle());
    for (TypeKind kind : TypeKind.values()) {
      if (kind != TypeKind.VOID && kind != TypeKind.REFERENCE) {
        ClassDesc type = kind.upperBound();
        constants.put(type.displayName() + "Value", dynamic("value", type));
      }
    }
    constants.put("secondString", "another string");
    constants.put("text", dynamic("text", ConstantDescs.CD_String));
    constants.put("textAsLongAsTheSentinel", dynamic("fifteen letters", ConstantDescs.CD_String));
    constants.put("nullText", dynamic("null", ConstantDescs.CD_String));
    constants.put("object", dynamic("object", ConstantDescs.CD_Object));
    constants.put("textAsObject", dynamic("text", ConstantDescs.CD_Object));
    constants.put("nullObject", dynamic("null", ConstantDescs.CD_Object));
    constants.put("letters", dynamic("text", ClassDesc.of("java.lang.CharSequence")));
    constants.put("array", dynamic("array", ConstantDescs.CD_int.arrayType()));
    constants.put("nullArray", dynamic("null", ConstantDescs.CD_int.arrayType()));
    constants.put("enumeration", dynamic("enum", ClassDesc.of("java.lang.Thread").nested("State")));
    constants.put("mirror", dynamic("class", ConstantDescs.CD_Class));
    constants.put("failing", dynamic("failing", ConstantDescs.CD_Object));
    constants.put("failingInt", dynamic("failing", ConstantDescs.CD_int));
    return constants;
  }

  private static DirectMethodHandleDesc missingHandle() {
    return MethodHandleDesc.ofMethod(
        DirectMethodHandleDesc.Kind.STATIC, BOOTSTRAPS, "missing", RETURNS_OBJECT);
  }

  private static ConstantDesc dynamic(String name, ClassDesc type) {
    return DynamicConstantDesc.ofNamed(
        ConstantDescs.ofConstantBootstrap(BOOTSTRAPS, "make", ConstantDescs.CD_Object), name, type);
  }

  private static void load(CodeBuilder code, ConstantDesc constant) {
    code.ldc(constant);
    ClassDesc type =
        constant instanceof DynamicConstantDesc<?> dynamic
            ? dynamic.constantType()
            : ConstantDescs.CD_Object;
    TypeKind kind = TypeKind.from(type);
    if (type.isPrimitive()) {
      ClassDesc box = box(kind);
      code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, type));
    }
    code.areturn();
  }

  private static ClassDesc box(TypeKind kind) {
    return switch (kind) {
      case BOOLEAN -> ConstantDescs.CD_Boolean;
      case BYTE -> ConstantDescs.CD_Byte;
      case CHAR -> ConstantDescs.CD_Character;
      case SHORT -> ConstantDescs.CD_Short;
      case INT -> ConstantDescs.CD_Integer;
      case LONG -> ConstantDescs.CD_Long;
      case FLOAT -> ConstantDescs.CD_Float;
      case DOUBLE -> ConstantDescs.CD_Double;
      case REFERENCE, VOID -> throw new IllegalArgumentException(kind.toString());
    };
  }
}
