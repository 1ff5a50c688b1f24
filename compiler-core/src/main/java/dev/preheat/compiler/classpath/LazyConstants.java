// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.classpath;

import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Constants that the VM resolves when an instruction first loads them: method handles, method types
 * and dynamic constants. It then keeps them in the class's resolved references.
 */
public final class LazyConstants {

  /** A constant. */
  public sealed interface Constant {
    /** Where it is among the resolved references of its class. */
    int index();
  }

  /** A method handle or a method type. */
  public record Handle(int index) implements Constant {}

  /**
   * A dynamic constant.
   *
   * @param type that its descriptor says; primitive ones are kept in their boxes
   */
  public record Dynamic(int index, ClassDesc type) implements Constant {

    /** The class that code which loads it looks into: of the box, or of the string for null. */
    static ClassDesc looksInto(ClassDesc type) {
      return switch (TypeKind.from(type)) {
        case BOOLEAN -> ConstantDescs.CD_Boolean;
        case BYTE -> ConstantDescs.CD_Byte;
        case CHAR -> ConstantDescs.CD_Character;
        case SHORT -> ConstantDescs.CD_Short;
        case INT -> ConstantDescs.CD_Integer;
        case LONG -> ConstantDescs.CD_Long;
        case FLOAT -> ConstantDescs.CD_Float;
        case DOUBLE -> ConstantDescs.CD_Double;
        case REFERENCE -> ConstantDescs.CD_String;
        case VOID -> throw new IllegalArgumentException("no type of a constant: " + type);
      };
    }
  }

  private final ClassFiles files;
  private final Map<String, Map<String, Map<Integer, Constant>>> constants =
      new ConcurrentHashMap<>();

  public LazyConstants(ClassFiles files) {
    this.files = files;
  }

  /** What the instruction at a bytecode index loads, if it is such a constant. */
  public Optional<Constant> at(MethodSymbol method, int bytecodeIndex) {
    return Optional.ofNullable(
        constants
            .computeIfAbsent(method.holder().name(), name -> read(files.bytes(name)))
            .getOrDefault(method.name() + method.descriptor(), Map.of())
            .get(bytecodeIndex));
  }

  /** The constants of a class file, by name and descriptor of the method and bytecode index. */
  static Map<String, Map<Integer, Constant>> read(byte[] classFile) {
    ClassModel model = ClassFile.of().parse(classFile);
    Map<Integer, Integer> indices = indices(model);
    Map<String, Map<Integer, Constant>> byMethod = new HashMap<>();
    for (MethodModel method : model.methods()) {
      method
          .code()
          .map(code -> read(code, indices))
          .filter(found -> !found.isEmpty())
          .ifPresent(
              found ->
                  byMethod.put(
                      method.methodName().stringValue() + method.methodType().stringValue(),
                      found));
    }
    return byMethod;
  }

  /**
   * The place among the resolved references of every entry of the constant pool that has one. They
   * come first there, in the order of the pool, used or not
   * (src/hotspot/share/interpreter/rewriter.cpp, compute_index_maps).
   */
  private static Map<Integer, Integer> indices(ClassModel model) {
    Map<Integer, Integer> indices = new HashMap<>();
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof StringEntry
          || entry instanceof MethodHandleEntry
          || entry instanceof MethodTypeEntry
          || entry instanceof ConstantDynamicEntry) {
        indices.put(entry.index(), indices.size());
      }
    }
    return indices;
  }

  private static Map<Integer, Constant> read(CodeModel code, Map<Integer, Integer> indices) {
    Map<Integer, Constant> found = new HashMap<>();
    int bytecodeIndex = 0;
    for (var element : code) {
      if (element instanceof Instruction instruction) {
        if (instruction instanceof LoadConstantInstruction load) {
          Constant constant = constant(load.constantEntry(), indices);
          if (constant != null) {
            found.put(bytecodeIndex, constant);
          }
        }
        bytecodeIndex += instruction.sizeInBytes();
      }
    }
    return found;
  }

  private static Constant constant(LoadableConstantEntry entry, Map<Integer, Integer> indices) {
    if (entry instanceof MethodHandleEntry || entry instanceof MethodTypeEntry) {
      return new Handle(indices.get(entry.index()));
    }
    return entry instanceof ConstantDynamicEntry dynamic
        ? new Dynamic(indices.get(entry.index()), dynamic.typeSymbol())
        : null;
  }
}
