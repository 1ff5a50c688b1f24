// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal;

import dev.preheat.compiler.classpath.CallDescriptors;
import dev.preheat.compiler.classpath.LazyConstants;
import dev.preheat.compiler.graal.parse.CallSites;
import dev.preheat.compiler.graal.parse.InitializationGuards;
import dev.preheat.compiler.graal.phase.GraphClasses;
import dev.preheat.compiler.jvmci.ClassView;
import dev.preheat.compiler.jvmci.CodeSymbolizer;
import dev.preheat.compiler.jvmci.CodeSymbolizer.Symbolized;
import dev.preheat.compiler.jvmci.CompiledCode;
import dev.preheat.compiler.jvmci.ExternalAddresses;
import dev.preheat.compiler.jvmci.JvmciInternals;
import dev.preheat.compiler.jvmci.LoadedSymbols;
import dev.preheat.compiler.outcome.OmissionException;
import dev.preheat.compiler.outcome.OmissionReason;
import dev.preheat.compiler.questions.AskedClasses;
import dev.preheat.compiler.questions.QuestionNotes;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.External;
import dev.preheat.format.image.model.ImageModel.MethodSubject;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.trace.Trace;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import jdk.graal.compiler.code.CompilationResult;
import jdk.graal.compiler.core.GraalCompiler;
import jdk.graal.compiler.debug.DebugContext;
import jdk.graal.compiler.hotspot.HotSpotCompilationIdentifier;
import jdk.graal.compiler.hotspot.HotSpotCompiledCodeBuilder;
import jdk.graal.compiler.lir.asm.CompilationResultBuilderFactory;
import jdk.graal.compiler.nodes.StructuredGraph;
import jdk.graal.compiler.nodes.StructuredGraph.AllowAssumptions;
import jdk.graal.compiler.options.OptionValues;
import jdk.graal.compiler.phases.OptimisticOptimizations;
import jdk.graal.compiler.phases.OptimisticOptimizations.Optimization;
import jdk.vm.ci.code.BailoutException;
import jdk.vm.ci.hotspot.HotSpotCompilationRequest;
import jdk.vm.ci.hotspot.HotSpotCompiledCode;
import jdk.vm.ci.hotspot.HotSpotResolvedJavaMethod;
import jdk.vm.ci.meta.ResolvedJavaMethod;

/** Compiles methods, one at a time; may be used by several threads. */
public final class MethodCompiler {

  private static final int NO_OSR = -1;
  private static final int ANY_COMPILE_ID = 1;

  private final GraalBackend graal;
  private final LoadedSymbols world;
  private final Training everything;
  private final Training program;
  private final CallSites callSites;
  private final CallTargets callTargets;
  private final CodeSymbolizer symbolizer;
  private final Predicate<ClassSymbol> initializedBeforeMain;

  /**
   * What is known of the JVMs that code is for.
   *
   * @param classes that they load
   * @param profiles of what they ran
   */
  private record Training(ClassView classes, TraceProfiles profiles) {}

  /**
   * A compiler of methods of {@code world}.
   *
   * @param trace all that is known
   * @param programTrace what is known of the program alone, without its tests
   * @param initializedBeforeMain whether a class is initialised in every JVM before the program
   *     starts
   */
  public MethodCompiler(
      GraalBackend graal,
      LoadedSymbols world,
      Trace trace,
      Trace programTrace,
      ExternalAddresses addresses,
      JvmciInternals internals,
      CallDescriptors callDescriptors,
      LazyConstants lazyConstants,
      Predicate<ClassSymbol> initializedBeforeMain) {
    this.graal = graal;
    this.world = world;
    everything = new Training(ClassView.ofAll(world), new TraceProfiles(trace, world));
    program =
        new Training(ClassView.of(world, programTrace), new TraceProfiles(programTrace, world));
    this.callSites =
        new CallSites(
            world,
            internals,
            callDescriptors,
            lazyConstants,
            graal.providers().getMetaAccess(),
            graal.providers().getSnippetReflection());
    this.callTargets = new CallTargets(addresses);
    this.symbolizer = new CodeSymbolizer(internals, world);
    this.initializedBeforeMain = initializedBeforeMain;
  }

  /**
   * Compiles a method.
   *
   * @param forProgram whether the program is known to run it, so that the code is for the program
   *     alone
   * @param inline whether callees are inlined, beyond trivial ones
   * @throws OmissionException when Graal does not support it or the code cannot be expressed
   */
  public CompiledCode compile(MethodSymbol symbol, boolean forProgram, boolean inline)
      throws OmissionException {
    Training training = forProgram ? program : everything;
    ResolvedJavaMethod method =
        world
            .method(symbol)
            .orElseThrow(
                () -> new OmissionException(OmissionReason.METHOD_MISSING, symbol.toString()));
    HotSpotCompilationRequest request =
        new HotSpotCompilationRequest(
            (HotSpotResolvedJavaMethod) method, NO_OSR, 0L, ANY_COMPILE_ID);
    InitializationGuards guards =
        new InitializationGuards(graal.config(), world, initializedBeforeMain);
    AskedClasses inGraph = classes();
    QuestionNotes notes = new QuestionNotes();
    CompilationResult result =
        notes.during(
            () ->
                compile(
                    method,
                    training,
                    new HotSpotCompilationIdentifier(request),
                    guards,
                    inline,
                    Optional.of(new GraphClasses(method, inGraph))));
    AskedClasses asked = classes();
    notes.subjects().forEach(asked::add);
    HotSpotCompiledCode code =
        HotSpotCompiledCodeBuilder.createCompiledCode(
            graal.providers().getCodeCache(), method, request, result, graal.options());
    SortedSet<String> stubs = new TreeSet<>();
    Map<Long, External> calls = callTargets.of(result, stubs);
    Map<Long, External> sentinels = new HashMap<>(graal.sentinels());
    sentinels.putAll(callSites.offsets());
    Symbolized symbolized =
        symbolizer.symbolize(
            code,
            new CodeSymbolizer.Names(calls, callSites.targets(), sentinels, callSites.objects()));
    return new CompiledCode(
        new MethodSubject(symbol, false),
        symbolized,
        training.classes(),
        methods(symbol, result),
        ofProgram(asked),
        loaded(inGraph, training),
        named(inGraph),
        guards.assumed(),
        stubs);
  }

  /**
   * The program's classes that were asked about. Of the JDK those count that the graph or an
   * instruction names: which compilation asks about its others differs from build to build, since
   * Graal looks some up once for all.
   */
  private static SortedSet<ClassSymbol> ofProgram(AskedClasses asked) throws OmissionException {
    SortedSet<ClassSymbol> symbols = new TreeSet<>(asked.symbols());
    symbols.removeIf(type -> type.role() != ClassRole.APP);
    return symbols;
  }

  /** The classes of a graph that this training has loaded, of those that count at all. */
  private SortedSet<ClassSymbol> loaded(AskedClasses inGraph, Training training)
      throws OmissionException {
    SortedSet<ClassSymbol> symbols = named(inGraph);
    symbols.removeIf(type -> isMaybeMissing(type) && !training.classes().contains(type));
    return symbols;
  }

  /**
   * The classes of a graph. Exceptions of the JDK that not every JVM loads do not count: Graal
   * names those that it may have to throw, code would have to wait until they are thrown, and
   * whoever names one in a handler depends on it for that.
   */
  private SortedSet<ClassSymbol> named(AskedClasses inGraph) throws OmissionException {
    SortedSet<ClassSymbol> symbols = new TreeSet<>(inGraph.symbols());
    symbols.removeIf(type -> isMaybeMissing(type) && world.isThrowable(type));
    return symbols;
  }

  /** Whether a class is one of the JDK that not every JVM has loaded when the program starts. */
  private boolean isMaybeMissing(ClassSymbol type) {
    return type.role() != ClassRole.APP && !initializedBeforeMain.test(type);
  }

  private AskedClasses classes() {
    return new AskedClasses(world, graal.providers().getConstantReflection());
  }

  /** What it compiles with. */
  public GraalBackend backend() {
    return graal;
  }

  /** The stubs that compiled code called so far. */
  public CallTargets callTargets() {
    return callTargets;
  }

  private CompilationResult compile(
      ResolvedJavaMethod method,
      Training training,
      HotSpotCompilationIdentifier id,
      InitializationGuards guards,
      boolean inline,
      Optional<GraphClasses> check)
      throws OmissionException {
    OptionValues options = graal.options();
    StructuredGraph graph =
        new StructuredGraph.Builder(options, DebugContext.disabled(options), AllowAssumptions.YES)
            .method(method)
            .entryBCI(NO_OSR)
            .speculationLog(null)
            .profileProvider(training.profiles())
            .compilationId(id)
            .build();
    OrderedResult result = new OrderedResult(id);
    try {
      GraalCompiler.compile(
          new GraalCompiler.Request<>(
              graph,
              method,
              graal.imageProviders(),
              graal.backend(),
              graal.graphBuilderSuite(training.classes(), callSites, guards, check),
              OptimisticOptimizations.ALL.remove(Optimization.RemoveNeverExecutedCode),
              training.profiles().getProfilingInfo(method),
              graal.suites(inline, check),
              graal.lirSuites(),
              result,
              CompilationResultBuilderFactory.Default,
              guards.atEntry(method, graal.wrongMethodStub()),
              null,
              false));
    } catch (BailoutException e) {
      throw new OmissionException(OmissionReason.BAILOUT, e.getMessage());
    }
    result.sort();
    return result;
  }

  private NavigableSet<MethodSymbol> methods(MethodSymbol root, CompilationResult result)
      throws OmissionException {
    NavigableSet<MethodSymbol> methods = new TreeSet<>();
    methods.add(root);
    if (result.getMethods() != null) {
      for (ResolvedJavaMethod method : result.getMethods()) {
        methods.add(
            new MethodSymbol(
                world
                    .symbol(method.getDeclaringClass())
                    .orElseThrow(
                        () ->
                            new OmissionException(
                                OmissionReason.UNKNOWN_CLASS, method.format("%H"))),
                method.getName(),
                method.getSignature().toMethodDescriptor()));
      }
    }
    return methods;
  }
}
