// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.vm;

import dev.preheat.agent.jdk.JdkAccess;
import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.MethodId;
import dev.preheat.format.trace.MethodProfile;
import dev.preheat.format.trace.SymbolicReference;
import dev.preheat.hotspot.UnknownVmException;
import dev.preheat.hotspot.VmStructs;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** What the VM that runs this program knows of it. */
public final class Vm {
  private final VmMethods methods;
  private final VmConstantPool pools;
  private final VmProfiles profiles;

  private Vm(ProcessMemory memory, VmStructs structs) throws VmException {
    methods = new VmMethods(memory, structs);
    pools = new VmConstantPool(structs, new VmNames(structs));
    profiles = VmProfiles.of(structs);
  }

  /**
   * Opens this process's VM.
   *
   * @throws VmException if it is none that the agent knows
   */
  public static Vm open(JdkAccess access) throws VmException {
    try {
      ProcessMemory memory = new ProcessMemory(access);
      return new Vm(memory, new VmStructs(memory, new ProcessSymbols(access, memory)));
    } catch (UnknownVmException e) {
      throw new VmException(e.getMessage(), e);
    } catch (ReflectiveOperationException e) {
      throw new VmException("this JDK has other internals", e);
    }
  }

  /** The methods with bytecode that ran, of a class that is neither primitive nor an array. */
  public List<VmMethod> executed(Class<?> type) {
    return methods.executed(type);
  }

  /** The address that profiles know a class by. */
  public long address(Class<?> type) {
    return methods.klass(type);
  }

  /** The name of a method. */
  public MethodId name(ClassId holder, VmMethod method) {
    long pool = methods.constantPool(method);
    return new MethodId(
        holder,
        pools.utf8(pool, methods.nameIndex(method)),
        pools.utf8(pool, methods.descriptorIndex(method)));
  }

  /** The length of a method's bytecode as it runs, in bytes. */
  public int codeLength(VmMethod method) {
    return methods.codeLength(method);
  }

  /** What the resolved entries of a class's constant pool name. */
  public Set<SymbolicReference> resolved(Class<?> type) {
    return pools.resolved(methods.constantPool(type));
  }

  /**
   * The profile of a method.
   *
   * @param classes the classes that types may be
   * @param codeLength the length of the bytecode in the class file
   * @param original from an index in the bytecode that runs to one in the class file, negative
   *     where there is none
   * @return empty if there is none, or nothing in it
   */
  public Optional<MethodProfile> profile(
      VmMethod method, KnownClasses classes, int codeLength, IntUnaryOperator original) {
    Optional<RunningProfile> profile = profiles.read(method.data(), classes);
    return profile.isEmpty() || profile.get().isEmpty()
        ? Optional.empty()
        : Optional.of(profile.get().mapTo(codeLength, original));
  }
}
