// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.classpath;

import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The class files of the application, read from the class path as its loader sees it. */
public final class ClassFiles {

  private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Set<String>>> references = new ConcurrentHashMap<>();

  /** SHA-256 of a class's file in lower-case hexadecimal. */
  public String digest(ClassSymbol symbol) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(symbol.name())));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * Internal names of the classes that a method's instructions, signature and exception table name.
   */
  public Set<String> references(String className, String method, String descriptor) {
    Set<String> names =
        references.computeIfAbsent(className, this::readReferences).get(method + descriptor);
    return names == null ? Set.of() : names;
  }

  /** The class file of a class of the class path or the JDK. */
  byte[] bytes(String name) {
    return bytes.computeIfAbsent(
        name,
        key -> {
          try (InputStream in = ClassLoader.getSystemResourceAsStream(key + ".class")) {
            if (in == null) {
              throw new IllegalStateException("the file of a loaded class is gone: " + key);
            }
            return in.readAllBytes();
          } catch (IOException e) {
            throw new IllegalStateException("cannot read the file of " + key, e);
          }
        });
  }

  private Map<String, Set<String>> readReferences(String className) {
    ClassModel model = ClassFile.of().parse(bytes(className));
    Map<String, Set<String>> byMethod = new HashMap<>();
    for (MethodModel method : model.methods()) {
      Set<String> names = new TreeSet<>();
      addDescriptor(method.methodTypeSymbol(), names);
      method.code().ifPresent(code -> addCode(code, names));
      byMethod.put(method.methodName().stringValue() + method.methodType().stringValue(), names);
    }
    return byMethod;
  }

  private static void addCode(CodeModel code, Set<String> names) {
    code.exceptionHandlers()
        .forEach(handler -> handler.catchType().ifPresent(type -> add(type, names)));
    for (var element : code) {
      if (element instanceof Instruction instruction) {
        addInstruction(instruction, names);
      }
    }
  }

  private static void addInstruction(Instruction instruction, Set<String> names) {
    switch (instruction) {
      case FieldInstruction field -> {
        add(field.field(), names);
        add(field.typeSymbol(), names);
      }
      case InvokeInstruction invoke -> {
        add(invoke.method(), names);
        addDescriptor(invoke.typeSymbol(), names);
      }
      case NewObjectInstruction create -> add(create.className(), names);
      case NewReferenceArrayInstruction create -> add(create.componentType(), names);
      case NewMultiArrayInstruction create -> add(create.arrayType(), names);
      case TypeCheckInstruction check -> add(check.type(), names);
      case LoadConstantInstruction load -> {
        if (load.constantEntry() instanceof ConstantDynamicEntry dynamic) {
          add(LazyConstants.Dynamic.looksInto(dynamic.typeSymbol()), names);
        } else if (load.constantEntry() instanceof ClassEntry constant) {
          add(constant, names);
        }
      }
      default -> {
        // No other instruction names a class.
      }
    }
  }

  private static void addDescriptor(MethodTypeDesc descriptor, Set<String> names) {
    add(descriptor.returnType(), names);
    descriptor.parameterList().forEach(type -> add(type, names));
  }

  private static void add(MemberRefEntry member, Set<String> names) {
    add(member.owner(), names);
  }

  private static void add(ClassEntry entry, Set<String> names) {
    add(entry.asSymbol(), names);
  }

  private static void add(ClassDesc type, Set<String> names) {
    ClassDesc element = type;
    while (element.isArray()) {
      element = element.componentType();
    }
    if (element.isClassOrInterface()) {
      String descriptor = element.descriptorString();
      names.add(descriptor.substring(1, descriptor.length() - 1));
    }
  }
}
