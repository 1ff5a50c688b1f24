// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal.parse;

import dev.preheat.compiler.classpath.CallDescriptors;
import dev.preheat.compiler.classpath.LazyConstants;
import dev.preheat.compiler.jvmci.CodeSymbolizer;
import dev.preheat.compiler.jvmci.JvmciInternals;
import dev.preheat.compiler.jvmci.LoadedSymbols;
import dev.preheat.compiler.questions.QuestionNotes;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ImageModel.CallSiteAppendix;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.External;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.image.model.ImageModel.ObjectSymbol;
import dev.preheat.format.image.model.ImageModel.ResolvedReferences;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessFlag;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import jdk.graal.compiler.api.replacements.SnippetReflectionProvider;
import jdk.vm.ci.hotspot.HotSpotObjectConstant;
import jdk.vm.ci.meta.JavaConstant;
import jdk.vm.ci.meta.JavaKind;
import jdk.vm.ci.meta.JavaType;
import jdk.vm.ci.meta.MetaAccessProvider;
import jdk.vm.ci.meta.ResolvedJavaMethod;

/**
 * What code needs in order to call through {@code invokedynamic} without linking the call site
 * here: an object that stands for the class's resolved references, a number that stands for the
 * place of the appendix in them, and a method with the signature of the call, appendix included,
 * that stands for the target. The same of constants without resolving them here; their places are
 * known.
 */
public final class CallSites {

  /** A call site. */
  record CallSite(ResolvedReference appendix, ResolvedJavaMethod bridge) {}

  /** A constant that is resolved late, and where it is kept. */
  record LazyConstant(ResolvedReference place, LazyConstants.Constant constant) {}

  /**
   * The VM asks the method that a call names for nothing but whether it returns a reference
   * (src/hotspot/share/jvmci/jvmciCodeInstaller.cpp, site_Call); these two are in every JVM.
   */
  private static final MethodSymbol RETURNS_REFERENCE =
      new MethodSymbol(
          new ClassSymbol(ClassRole.BOOT, "java/lang/String"),
          "valueOf",
          "(Ljava/lang/Object;)Ljava/lang/String;");

  private static final MethodSymbol RETURNS_OTHER =
      new MethodSymbol(new ClassSymbol(ClassRole.BOOT, "java/lang/Math"), "max", "(II)I");

  private final LoadedSymbols world;
  private final JvmciInternals internals;
  private final CallDescriptors descriptors;
  private final LazyConstants constants;
  private final MetaAccessProvider metaAccess;
  private final SnippetReflectionProvider reflection;
  private final Map<ClassSymbol, Object> references = new HashMap<>();
  private final Map<Object, ObjectSymbol> objects =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final Map<String, ResolvedJavaMethod> bridges = new HashMap<>();
  private final Map<Long, MethodSymbol> targets = new HashMap<>();
  private final Map<Long, External> offsets = new HashMap<>();
  private final Map<External, Long> sentinels = new HashMap<>();

  public CallSites(
      LoadedSymbols world,
      JvmciInternals internals,
      CallDescriptors descriptors,
      LazyConstants constants,
      MetaAccessProvider metaAccess,
      SnippetReflectionProvider reflection) {
    this.world = world;
    this.internals = internals;
    this.descriptors = descriptors;
    this.constants = constants;
    this.metaAccess = metaAccess;
    this.reflection = reflection;
  }

  /** The call site of an instruction, or null where it cannot be expressed. */
  synchronized CallSite at(ResolvedJavaMethod method, int bci) {
    Optional<ClassSymbol> holder = world.symbol(method.getDeclaringClass());
    if (holder.isEmpty()) {
      return null;
    }
    MethodSymbol symbol = symbol(holder.get(), method);
    Optional<MethodTypeDesc> descriptor = descriptors.at(symbol, bci);
    if (descriptor.isEmpty()) {
      return null;
    }
    External place = new CallSiteAppendix(symbol, bci);
    long offset =
        sentinels.computeIfAbsent(place, key -> CodeSymbolizer.SENTINEL + sentinels.size() + 1);
    offsets.put(offset, place);
    return new CallSite(place(holder.get(), offset), bridge(withAppendix(descriptor.get())));
  }

  private ResolvedReference place(ClassSymbol holder, long offset) {
    Object standIn = references.computeIfAbsent(holder, key -> new Object());
    objects.put(standIn, new ResolvedReferences(holder));
    return new ResolvedReference(reflection.forObject(standIn), offset);
  }

  /** The constant that an instruction loads, if the VM resolves it only then. */
  synchronized Optional<LazyConstant> constant(ResolvedJavaMethod method, int bci) {
    return world
        .symbol(method.getDeclaringClass())
        .flatMap(
            holder ->
                constants
                    .at(symbol(holder, method), bci)
                    .map(
                        constant ->
                            new LazyConstant(
                                place(holder, ResolvedReference.offset(constant.index())),
                                constant)));
  }

  /**
   * A method that stands for the target of a call that needs no appendix, or null where it cannot
   * be expressed.
   */
  synchronized ResolvedJavaMethod linker(ResolvedJavaMethod method, int bci) {
    return world
        .symbol(method.getDeclaringClass())
        .flatMap(holder -> descriptors.at(symbol(holder, method), bci))
        .map(this::bridge)
        .orElse(null);
  }

  /** How the VM links the call of an instruction. */
  CallDescriptors.Kind kind(ResolvedJavaMethod method, int bci) {
    return world
        .symbol(method.getDeclaringClass())
        .map(holder -> descriptors.kind(symbol(holder, method), bci))
        .orElse(CallDescriptors.Kind.ORDINARY);
  }

  private static MethodSymbol symbol(ClassSymbol holder, ResolvedJavaMethod method) {
    return new MethodSymbol(holder, method.getName(), method.getSignature().toMethodDescriptor());
  }

  /** Objects that stand for others. */
  public Map<Object, ObjectSymbol> objects() {
    return objects;
  }

  /** The places that numbers stand for. */
  public synchronized Map<Long, External> offsets() {
    return new HashMap<>(offsets);
  }

  /** Whether it is one; the class of anything else does not matter, since that is not used. */
  boolean isString(JavaConstant constant) {
    if (!(constant instanceof HotSpotObjectConstant object)) {
      return false;
    }
    JavaType type = QuestionNotes.aside(object::getType);
    return type != null && type.getName().equals("Ljava/lang/String;");
  }

  private static MethodTypeDesc withAppendix(MethodTypeDesc descriptor) {
    return descriptor.insertParameterTypes(descriptor.parameterCount(), ConstantDescs.CD_Object);
  }

  /** Only the kinds of the types matter to the call; references are all {@code Object}. */
  private ResolvedJavaMethod bridge(MethodTypeDesc descriptor) {
    StringBuilder erased = new StringBuilder("(");
    descriptor.parameterList().forEach(type -> erased.append(erased(type)));
    erased.append(')').append(erased(descriptor.returnType()));
    return bridges.computeIfAbsent(erased.toString(), this::defineBridge);
  }

  private static String erased(ClassDesc type) {
    return (type.isPrimitive() ? type : ConstantDescs.CD_Object).descriptorString();
  }

  private ResolvedJavaMethod defineBridge(String descriptor) {
    ClassDesc name = ClassDesc.of(CallSites.class.getPackageName(), "Bridge" + bridges.size());
    byte[] bytes =
        ClassFile.of()
            .build(
                name,
                type ->
                    type.withFlags(AccessFlag.FINAL, AccessFlag.SUPER, AccessFlag.PUBLIC)
                        .withMethod(
                            "link",
                            MethodTypeDesc.ofDescriptor(descriptor),
                            ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_NATIVE,
                            method -> {}));
    try {
      Class<?> bridge = MethodHandles.lookup().defineClass(bytes);
      ResolvedJavaMethod method = metaAccess.lookupJavaMethod(bridge.getDeclaredMethods()[0]);
      method.getDeclaringClass().link();
      boolean returnsReference = method.getSignature().getReturnKind() == JavaKind.Object;
      targets.put(internals.method(method), returnsReference ? RETURNS_REFERENCE : RETURNS_OTHER);
      return method;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot define " + name.displayName(), e);
    }
  }

  /** Whether the VM links calls of the method itself (JVMS 2.9.3). */
  static boolean isSignaturePolymorphic(ResolvedJavaMethod method) {
    return isSignaturePolymorphicHolder(method.getDeclaringClass()) && method.isNative();
  }

  static boolean isSignaturePolymorphicHolder(JavaType type) {
    return type != null
        && (type.getName().equals("Ljava/lang/invoke/MethodHandle;")
            || type.getName().equals("Ljava/lang/invoke/VarHandle;"));
  }

  /**
   * The addresses of methods that stand for the targets of call sites, and the methods that the
   * image names instead.
   */
  public synchronized Map<Long, MethodSymbol> targets() {
    return new HashMap<>(targets);
  }
}
