// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal;

import dev.preheat.compiler.graal.phase.BoundedDeoptimizations;
import dev.preheat.compiler.jvmci.ClassView;
import dev.preheat.compiler.jvmci.CodeSymbolizer;
import dev.preheat.compiler.jvmci.CompiledCode;
import dev.preheat.compiler.jvmci.JvmciInternals;
import dev.preheat.compiler.jvmci.LoadedSymbols;
import dev.preheat.compiler.outcome.OmissionException;
import dev.preheat.compiler.questions.AskedClasses;
import dev.preheat.compiler.questions.QuestionNotes;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.External;
import dev.preheat.hotspot.UnknownVmException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import jdk.graal.compiler.code.CompilationResult;
import jdk.graal.compiler.core.common.CompilationIdentifier;
import jdk.graal.compiler.core.target.Backend;
import jdk.graal.compiler.debug.DebugContext;
import jdk.graal.compiler.hotspot.HotSpotCompiledCodeBuilder;
import jdk.graal.compiler.hotspot.stubs.Stub;
import jdk.graal.compiler.nodes.StructuredGraph;
import jdk.vm.ci.hotspot.HotSpotCompiledCode;

/**
 * Compiles the stubs that compiled methods call: slow paths that Graal keeps out of line. A stock
 * JVM does not have them.
 */
public final class StubCompiler {

  private final GraalBackend graal;
  private final CallTargets callTargets;
  private final CodeSymbolizer symbolizer;
  private final LoadedSymbols world;
  private final ClassView classes;

  /** For the stubs that {@code callTargets} has seen. */
  public StubCompiler(
      GraalBackend graal, CallTargets callTargets, JvmciInternals internals, LoadedSymbols world) {
    this.graal = graal;
    this.callTargets = callTargets;
    this.symbolizer = new CodeSymbolizer(internals, world);
    this.world = world;
    this.classes = ClassView.ofAll(world);
  }

  /** Compiles the named stubs and those they call, callees first. */
  public List<CompiledCode> compile(SortedSet<String> names) throws OmissionException {
    Map<String, CompiledCode> done = new TreeMap<>();
    List<CompiledCode> ordered = new ArrayList<>();
    for (String name : names) {
      compile(name, done, ordered);
    }
    return ordered;
  }

  private void compile(String name, Map<String, CompiledCode> done, List<CompiledCode> ordered)
      throws OmissionException {
    if (!done.containsKey(name)) {
      CompiledCode code = compileNamed(name);
      done.put(name, code);
      for (String callee : code.stubs()) {
        compile(callee, done, ordered);
      }
      ordered.add(code);
    }
  }

  private CompiledCode compileNamed(String name) throws OmissionException {
    try {
      return compile(name, callTargets.stubs().get(name));
    } catch (OmissionException e) {
      throw new OmissionException(e.reason(), "stub " + name + ": " + e.getMessage());
    }
  }

  private CompiledCode compile(String name, Stub stub) throws OmissionException {
    QuestionNotes notes = new QuestionNotes();
    CompilationResult result = notes.during(() -> build(stub));
    AskedClasses asked = new AskedClasses(world, graal.providers().getConstantReflection());
    notes.subjects().forEach(asked::add);
    HotSpotCompiledCode code =
        HotSpotCompiledCodeBuilder.createCompiledCode(
            graal.providers().getCodeCache(), null, null, result, graal.options());
    SortedSet<String> called = new TreeSet<>();
    Map<Long, External> calls = callTargets.of(result, called);
    CodeSymbolizer.Names names =
        new CodeSymbolizer.Names(calls, Map.of(), graal.sentinels(), Collections.emptyMap());
    return new CompiledCode(
        new ImageModel.Stub(name),
        symbolizer.symbolize(code, names),
        classes,
        Collections.emptySortedSet(),
        asked.symbols(),
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        called);
  }

  /** As {@code Stub.getCode} does, without installing the result. */
  private CompilationResult build(Stub stub) {
    DebugContext debug = DebugContext.disabled(graal.options());
    CompilationIdentifier id = stub.getStubCompilationId();
    try {
      Method getGraph =
          Stub.class.getDeclaredMethod("getGraph", DebugContext.class, CompilationIdentifier.class);
      getGraph.setAccessible(true);
      Method build =
          Stub.class.getDeclaredMethod(
              "buildCompilationResult",
              DebugContext.class,
              Backend.class,
              StructuredGraph.class,
              CompilationIdentifier.class);
      build.setAccessible(true);
      StructuredGraph graph = (StructuredGraph) getGraph.invoke(stub, debug, id);
      BoundedDeoptimizations.boundCallers(graph);
      return (CompilationResult) build.invoke(stub, debug, graal.backend(), graph, id);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("cannot compile the stub " + stub, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new UnknownVmException("runs another Graal than Preheat was built for: " + e, e);
    }
  }
}
