package dev.preheat.compiler.graal;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jdk.graal.compiler.hotspot.nodes.KlassFullyInitializedCheckNode;
import jdk.graal.compiler.nodes.ConstantNode;
import jdk.graal.compiler.nodes.FrameState;
import jdk.graal.compiler.nodes.ValueNode;
import jdk.graal.compiler.nodes.graphbuilderconf.ClassInitializationPlugin;
import jdk.graal.compiler.nodes.graphbuilderconf.GraphBuilderContext;
import jdk.vm.ci.meta.ConstantPool;
import jdk.vm.ci.meta.JavaConstant;
import jdk.vm.ci.meta.ResolvedJavaMethod;
import jdk.vm.ci.meta.ResolvedJavaType;

/**
 * Guards every use of a class that may not be initialised yet. The guard reads the class's state;
 * where it is not "fully initialised" the code deoptimises, without being invalidated, and the
 * interpreter initialises the class as the language demands.
 *
 * <p>No guard is needed for the class of a running static method, constructor or class initialiser
 * and its superclasses: it runs because they are initialised, or are being initialised by this very
 * thread. An instance method may run on an object that leaked out of an initialiser to another
 * thread, which has to wait: there the guard stays.
 *
 * <p>One for each compilation.
 */
final class InitializationGuards implements ClassInitializationPlugin {

  private final Predicate<ResolvedJavaType> initializedBeforeMain;
  private final Set<ResolvedJavaType> assumed = new HashSet<>();

  InitializationGuards(Predicate<ResolvedJavaType> initializedBeforeMain) {
    this.initializedBeforeMain = initializedBeforeMain;
  }

  /**
   * Classes that got no guard because every JVM initialises them before the program starts: the
   * loader checks that.
   */
  Set<ResolvedJavaType> assumed() {
    return assumed;
  }

  @Override
  public boolean apply(
      GraphBuilderContext builder, ResolvedJavaType type, Supplier<FrameState> frameState) {
    if (type.isArray() || builder.parsingIntrinsic() || isInitialized(type, builder.getMethod())) {
      return false;
    }
    JavaConstant mirror = builder.getConstantReflection().asJavaClass(type);
    ValueNode mirrorNode =
        ConstantNode.forConstant(mirror, builder.getMetaAccess(), builder.getGraph());
    builder.add(new KlassFullyInitializedCheckNode(mirrorNode));
    return true;
  }

  private boolean isInitialized(ResolvedJavaType type, ResolvedJavaMethod method) {
    boolean runsInitialized = method.isStatic() || method.isConstructor();
    if (runsInitialized && isSelfOrSuperclass(type, method.getDeclaringClass())) {
      return true;
    }
    if (initializedBeforeMain.test(type)) {
      assumed.add(type);
      return true;
    }
    return false;
  }

  private static boolean isSelfOrSuperclass(ResolvedJavaType type, ResolvedJavaType running) {
    return type.equals(running) || (!type.isInterface() && type.isAssignableFrom(running));
  }

  @Override
  public boolean supportsLazyInitialization(ConstantPool cp) {
    return true;
  }

  @Override
  public void loadReferencedType(
      GraphBuilderContext builder, ConstantPool cp, int cpi, int opcode) {
    cp.loadReferencedType(cpi, opcode, false);
  }
}
