// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.classpath;

import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The descriptors of call sites, from the class file: what the VM would say of them depends on
 * whether this JVM happens to have linked them.
 */
public final class CallDescriptors {

  /**
   * Methods of method handles and variable handles that the VM links by call site; not those it
   * keeps to itself.
   */
  private static final Set<String> POLYMORPHIC =
      Stream.of(MethodHandle.class, VarHandle.class)
          .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
          .filter(
              method ->
                  Modifier.isPublic(method.getModifiers())
                      && Modifier.isNative(method.getModifiers()))
          .map(Method::getName)
          .collect(Collectors.toUnmodifiableSet());

  /**
   * A call site.
   *
   * @param descriptor what is on the stack: a receiver is the first parameter
   */
  private record Site(Kind kind, MethodTypeDesc descriptor) {}

  /** How the VM links a call. */
  public enum Kind {
    /** As every other call. */
    ORDINARY,
    /** By a call site object or an adapter, with an appendix as the last argument. */
    APPENDIX,
    /** {@code MethodHandle.linkToStatic} and the like: the last argument names the target. */
    LINKER
  }

  private final ClassFiles files;
  private final Map<String, Map<String, Map<Integer, Site>>> sites = new ConcurrentHashMap<>();

  public CallDescriptors(ClassFiles files) {
    this.files = files;
  }

  /** The descriptor of the call site at a bytecode index. */
  public Optional<MethodTypeDesc> at(MethodSymbol method, int bytecodeIndex) {
    return site(method, bytecodeIndex).map(Site::descriptor);
  }

  /** How the VM links the call at a bytecode index. */
  public Kind kind(MethodSymbol method, int bytecodeIndex) {
    return site(method, bytecodeIndex).map(Site::kind).orElse(Kind.ORDINARY);
  }

  private Optional<Site> site(MethodSymbol method, int bytecodeIndex) {
    return Optional.ofNullable(
        sites
            .computeIfAbsent(method.holder().name(), this::read)
            .getOrDefault(method.name() + method.descriptor(), Map.of())
            .get(bytecodeIndex));
  }

  private Map<String, Map<Integer, Site>> read(String className) {
    Map<String, Map<Integer, Site>> byMethod = new HashMap<>();
    for (MethodModel method : ClassFile.of().parse(files.bytes(className)).methods()) {
      method
          .code()
          .map(CallDescriptors::read)
          .filter(found -> !found.isEmpty())
          .ifPresent(
              found ->
                  byMethod.put(
                      method.methodName().stringValue() + method.methodType().stringValue(),
                      found));
    }
    return byMethod;
  }

  private static Map<Integer, Site> read(CodeModel code) {
    Map<Integer, Site> found = new HashMap<>();
    int bytecodeIndex = 0;
    for (var element : code) {
      if (element instanceof Instruction instruction) {
        Site site = site(instruction);
        if (site != null) {
          found.put(bytecodeIndex, site);
        }
        bytecodeIndex += instruction.sizeInBytes();
      }
    }
    return found;
  }

  private static Site site(Instruction instruction) {
    if (instruction instanceof InvokeDynamicInstruction dynamic) {
      return new Site(Kind.APPENDIX, dynamic.typeSymbol());
    }
    return instruction instanceof InvokeInstruction invoke ? site(invoke) : null;
  }

  private static Site site(InvokeInstruction invoke) {
    ClassDesc owner = invoke.owner().asSymbol();
    String name = invoke.name().stringValue();
    boolean isHandle =
        owner.equals(ConstantDescs.CD_MethodHandle) || owner.equals(ConstantDescs.CD_VarHandle);
    if (isHandle && invoke.opcode() == Opcode.INVOKEVIRTUAL && POLYMORPHIC.contains(name)) {
      return new Site(Kind.APPENDIX, invoke.typeSymbol().insertParameterTypes(0, owner));
    }
    if (isHandle && invoke.opcode() == Opcode.INVOKESTATIC && name.startsWith("linkTo")) {
      return new Site(Kind.LINKER, invoke.typeSymbol());
    }
    return null;
  }
}
