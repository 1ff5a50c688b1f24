// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal.parse;

import dev.preheat.compiler.classpath.CallDescriptors;
import dev.preheat.compiler.classpath.LazyConstants;
import dev.preheat.compiler.jvmci.ClassView;
import dev.preheat.compiler.questions.QuestionNotes;
import java.util.Optional;
import jdk.graal.compiler.bytecode.Bytecodes;
import jdk.graal.compiler.hotspot.HotSpotBytecodeParser;
import jdk.graal.compiler.java.BytecodeParser;
import jdk.graal.compiler.java.GraphBuilderPhase;
import jdk.graal.compiler.nodes.CallTargetNode.InvokeKind;
import jdk.graal.compiler.nodes.StructuredGraph;
import jdk.graal.compiler.nodes.ValueNode;
import jdk.graal.compiler.nodes.graphbuilderconf.IntrinsicContext;
import jdk.vm.ci.meta.JavaConstant;
import jdk.vm.ci.meta.JavaField;
import jdk.vm.ci.meta.JavaKind;
import jdk.vm.ci.meta.JavaMethod;
import jdk.vm.ci.meta.JavaType;
import jdk.vm.ci.meta.ResolvedJavaField;
import jdk.vm.ci.meta.ResolvedJavaMethod;
import jdk.vm.ci.meta.ResolvedJavaType;

/**
 * Parses bytecode against the classes of the trace: a reference is resolved exactly when its class
 * is among them. What this JVM happens to have loaded or resolved does not matter.
 */
final class ImageBytecodeParser extends HotSpotBytecodeParser {

  private final ClassView classes;
  private final CallSites callSites;

  ImageBytecodeParser(
      GraphBuilderPhase.Instance instance,
      StructuredGraph graph,
      BytecodeParser parent,
      ResolvedJavaMethod method,
      int entryBci,
      IntrinsicContext intrinsicContext,
      ClassView classes,
      CallSites callSites) {
    super(instance, graph, parent, method, entryBci, intrinsicContext);
    this.classes = classes;
    this.callSites = callSites;
  }

  @Override
  protected void maybeEagerlyResolve(int cpi, int bytecode) {
    if (parsingIntrinsic()) {
      super.maybeEagerlyResolve(cpi, bytecode);
      return;
    }
    if (namesClass(bytecode)) {
      resolve(constantPool.lookupReferencedType(cpi, bytecode), cpi, bytecode);
    }
  }

  /**
   * Loads of constants name a class only sometimes, and are looked at when the constant is known.
   */
  private static boolean namesClass(int bytecode) {
    return switch (bytecode) {
      case Bytecodes.LDC, Bytecodes.LDC_W, Bytecodes.LDC2_W, Bytecodes.INVOKEDYNAMIC -> false;
      default -> true;
    };
  }

  private void resolve(JavaType referenced, int cpi, int bytecode) {
    if (!CallSites.isSignaturePolymorphicHolder(referenced) && classes.containsName(referenced)) {
      try {
        constantPool.loadReferencedType(cpi, bytecode, false);
      } catch (LinkageError e) {
        // It stays unresolved: the interpreter throws the error when, and if, it gets there.
        graph.getDebug().log("%s", e);
      }
    }
  }

  @Override
  protected boolean typeIsResolved(JavaType type) {
    return super.typeIsResolved(type)
        && (parsingIntrinsic() || classes.contains((ResolvedJavaType) type));
  }

  @Override
  protected JavaField lookupField(JavaField field) {
    JavaField result = super.lookupField(field);
    if (!parsingIntrinsic()
        && result instanceof ResolvedJavaField resolved
        && !classes.contains(resolved.getDeclaringClass())) {
      return new Unresolved.Field(
          result.getName(), QuestionNotes.aside(result::getType), result.getDeclaringClass());
    }
    return result;
  }

  @Override
  protected JavaMethod lookupMethodInPool(int cpi, int opcode) {
    JavaMethod result = super.lookupMethodInPool(cpi, opcode);
    if (!parsingIntrinsic()
        && result instanceof ResolvedJavaMethod resolved
        && (!classes.contains(resolved.getDeclaringClass())
            || CallSites.isSignaturePolymorphic(resolved))) {
      return new Unresolved.Method(
          result.getName(), result.getSignature(), result.getDeclaringClass());
    }
    return result;
  }

  @Override
  protected Object lookupConstant(int cpi, int opcode, boolean allowBootstrapMethodInvocation) {
    Object constant = super.lookupConstant(cpi, opcode, allowBootstrapMethodInvocation);
    if (constant instanceof JavaType type && !(constant instanceof ResolvedJavaType)) {
      resolve(type, cpi, opcode);
      constant = super.lookupConstant(cpi, opcode, allowBootstrapMethodInvocation);
    }
    boolean isObject =
        constant instanceof JavaConstant java && java.getJavaKind() == JavaKind.Object;
    return isObject && !callSites.isString((JavaConstant) constant) ? null : constant;
  }

  /**
   * A constant that the VM resolves late is read from where it keeps it then; what this JVM has
   * resolved does not matter.
   */
  @Override
  protected void genLoadConstant(int cpi, int opcode) {
    Optional<CallSites.LazyConstant> lazy =
        parsingIntrinsic() ? Optional.empty() : callSites.constant(method, bci());
    if (lazy.isEmpty()) {
      super.genLoadConstant(cpi, opcode);
      return;
    }
    ValueNode kept = lazy.get().place().load(this);
    switch (lazy.get().constant()) {
      case LazyConstants.Handle handle -> frameState.push(JavaKind.Object, kept);
      case LazyConstants.Dynamic dynamic -> {
        DynamicConstantLoad load = new DynamicConstantLoad(this, dynamic.type());
        frameState.push(load.kind().getStackKind(), load.value(kept));
      }
    }
  }

  @Override
  protected void genInvokeDynamic(int cpi, int opcode) {
    genCallSite(callSites.at(method, bci()));
  }

  @Override
  protected void genInvokeVirtual(int cpi, int opcode) {
    switch (kindOfCall()) {
      case APPENDIX -> genHandleCall(callSites.at(method, bci()));
      case ORDINARY, LINKER -> super.genInvokeVirtual(cpi, opcode);
    }
  }

  @Override
  protected void genInvokeStatic(int cpi, int opcode) {
    switch (kindOfCall()) {
      case LINKER -> genCall(callSites.linker(method, bci()));
      case ORDINARY, APPENDIX -> super.genInvokeStatic(cpi, opcode);
    }
  }

  /**
   * The call becomes one of a static method, to which the handle is an argument like others; a null
   * handle is the caller's error all the same.
   */
  private void genHandleCall(CallSites.CallSite site) {
    if (site != null) {
      int words = site.bridge().getSignature().getParameterCount(false) - 1;
      ValueNode[] arguments = frameState.popArguments(words);
      arguments[0] = nullCheckedValue(arguments[0]);
      for (ValueNode argument : arguments) {
        frameState.push(argument.getStackKind(), argument);
      }
    }
    genCallSite(site);
  }

  private CallDescriptors.Kind kindOfCall() {
    return parsingIntrinsic() ? CallDescriptors.Kind.ORDINARY : callSites.kind(method, bci());
  }

  /**
   * A call site is linked by the running program, never here. Its appendix is read from the class's
   * resolved references; where it is not yet there, the interpreter links the call site. The call
   * itself is resolved by the VM, which looks at the bytecode, not at the method that is named in
   * the code (src/hotspot/share/runtime/sharedRuntime.cpp, find_callee_info_helper).
   */
  private void genCallSite(CallSites.CallSite site) {
    if (site == null) {
      appendUnresolvedDeopt();
      return;
    }
    frameState.push(JavaKind.Object, site.appendix().load(this));
    genCall(site.bridge());
  }

  private void genCall(ResolvedJavaMethod bridge) {
    ValueNode[] arguments = frameState.popArguments(bridge.getSignature().getParameterCount(false));
    appendInvoke(InvokeKind.Static, bridge, arguments, null);
  }
}
