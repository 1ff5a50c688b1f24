// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal;

import dev.preheat.compiler.fingerprint.CpuFeatures;
import dev.preheat.compiler.graal.parse.CallSites;
import dev.preheat.compiler.graal.parse.DeclaredTypes;
import dev.preheat.compiler.graal.parse.ImageGraphBuilder;
import dev.preheat.compiler.graal.parse.InitializationGuards;
import dev.preheat.compiler.graal.phase.BoundedDeoptimizations;
import dev.preheat.compiler.graal.phase.CarrierReads;
import dev.preheat.compiler.graal.phase.CountdownWord;
import dev.preheat.compiler.graal.phase.Countdowns;
import dev.preheat.compiler.graal.phase.CounterOverflows;
import dev.preheat.compiler.graal.phase.GraphClasses;
import dev.preheat.compiler.jvmci.ClassView;
import dev.preheat.compiler.jvmci.CompilerVm;
import dev.preheat.compiler.jvmci.ExternalAddresses;
import dev.preheat.compiler.jvmci.JvmciInternals;
import dev.preheat.compiler.jvmci.VmConfig;
import dev.preheat.compiler.jvmci.VmTables;
import dev.preheat.format.image.model.ImageModel.Countdown;
import dev.preheat.format.image.model.ImageModel.External;
import dev.preheat.hotspot.UnknownVmException;
import java.util.LinkedHashMap;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import jdk.graal.compiler.core.phases.HighTier;
import jdk.graal.compiler.debug.GraalError;
import jdk.graal.compiler.hotspot.CompilerConfigurationFactory;
import jdk.graal.compiler.hotspot.GraalHotSpotVMConfig;
import jdk.graal.compiler.hotspot.HotSpotBackend;
import jdk.graal.compiler.hotspot.HotSpotGraalCompiler;
import jdk.graal.compiler.hotspot.HotSpotGraalCompilerFactory;
import jdk.graal.compiler.hotspot.HotSpotGraalOptionValues;
import jdk.graal.compiler.hotspot.HotSpotGraalRuntimeProvider;
import jdk.graal.compiler.hotspot.meta.HotSpotProviders;
import jdk.graal.compiler.java.GraphBuilderPhase;
import jdk.graal.compiler.lir.phases.LIRSuites;
import jdk.graal.compiler.nodes.graphbuilderconf.GraphBuilderConfiguration;
import jdk.graal.compiler.options.OptionValues;
import jdk.graal.compiler.phases.BasePhase;
import jdk.graal.compiler.phases.PhaseSuite;
import jdk.graal.compiler.phases.Speculative;
import jdk.graal.compiler.phases.common.AbstractInliningPhase;
import jdk.graal.compiler.phases.common.DeoptimizationGroupingPhase;
import jdk.graal.compiler.phases.common.LoopSafepointInsertionPhase;
import jdk.graal.compiler.phases.common.LowTierLoweringPhase;
import jdk.graal.compiler.phases.tiers.HighTierContext;
import jdk.graal.compiler.phases.tiers.Suites;
import jdk.vm.ci.amd64.AMD64;
import jdk.vm.ci.common.JVMCIError;
import jdk.vm.ci.hotspot.HotSpotJVMCIRuntime;

/**
 * Graal, set up so that what it emits is the same in every process. Before Graal reads its VM
 * configuration, numbers that stand for addresses replace the addresses that it would put into
 * code.
 */
public final class GraalBackend {

  private static final String WRONG_METHOD_STUB =
      "CompilerToVM::Data::SharedRuntime_handle_wrong_method_stub";

  /** Stands for the entry of {@link #WRONG_METHOD_STUB}. */
  private static final long WRONG_METHOD_SENTINEL = 0x7772_6F6E_6753_7431L;

  /**
   * A static VM field whose value Graal puts into code, and the number that stands for it. The
   * value may be 0: where there is no archive it is.
   */
  private static final String NARROW_KLASS_BASE = "CompilerToVM::Data::Universe_narrow_klass_base";

  private static final long NARROW_KLASS_SENTINEL = 0x6B6C_6173_7342_4153L;

  /**
   * Static VM fields that hold addresses of data which code reads or writes, with the numbers that
   * stand for these. A JVM need not have all of it: there is no table of CRC-32 without {@code
   * UseCRC32Intrinsics}, which the VM switches off with {@code UseCLMUL}
   * (src/hotspot/cpu/x86/vm_version_x86.cpp).
   */
  private static final Map<String, Long> DATA =
      Map.of(
          "CompilerToVM::Data::cardtable_start_address",
          0x6361_7264_5442_4C31L,
          "StubRoutines::_crc_table_adr",
          0x6372_6354_6162_6C31L);

  private final HotSpotGraalRuntimeProvider runtime;
  private final HotSpotProviders providers;
  private final HotSpotProviders imageProviders;
  private final Map<Long, External> sentinels;
  private final Countdowns countdowns;

  private GraalBackend(
      HotSpotGraalCompiler compiler,
      HotSpotJVMCIRuntime jvmci,
      Map<Long, External> sentinels,
      Countdowns countdowns) {
    this.countdowns = countdowns;
    this.runtime = compiler.getGraalRuntime();
    this.providers = runtime.getHostBackend().getProviders();
    this.imageProviders = imageProviders(jvmci, runtime.getVMConfig(), providers);
    this.sentinels = sentinels;
  }

  private static HotSpotProviders imageProviders(
      HotSpotJVMCIRuntime jvmci, GraalHotSpotVMConfig config, HotSpotProviders original) {
    ImageConstants.Reflection reflection = new ImageConstants.Reflection(jvmci, config);
    return new HotSpotProviders(
        original.getMetaAccess(),
        original.getCodeCache(),
        reflection,
        ImageConstants.fields(config, original.getMetaAccess()),
        original.getForeignCalls(),
        original.getLowerer(),
        original.getReplacements(),
        original.getSuites(),
        original.getRegisters(),
        original.getSnippetReflection(),
        original.getWordTypes(),
        original.getStampProvider(),
        original.getPlatformConfigurationProvider(),
        ImageConstants.metaAccessExtension(reflection),
        original.getLoopsDataProvider(),
        config,
        // The identity hash of an object differs from JVM to JVM; only that of null is known.
        constant -> constant.isNull() ? 0 : null);
  }

  /** Starts Graal in this JVM. Once only: the configuration is read once. */
  public static GraalBackend start(
      JvmciInternals internals, ExternalAddresses addresses, VmTables tables) {
    HotSpotJVMCIRuntime jvmci = HotSpotJVMCIRuntime.runtime();
    VmConfig config = new VmConfig(jvmci.getConfigStore());
    Map<Long, External> sentinels = new LinkedHashMap<>();
    internals.setVmField(config.field(NARROW_KLASS_BASE), NARROW_KLASS_SENTINEL);
    sentinels.put(NARROW_KLASS_SENTINEL, addresses.number(NARROW_KLASS_BASE));
    DATA.forEach(
        (name, number) -> {
          internals.setVmField(config.field(name), number);
          sentinels.put(number, addresses.data(name));
        });
    internals.setVmField(config.field(WRONG_METHOD_STUB), WRONG_METHOD_SENTINEL);
    sentinels.put(WRONG_METHOD_SENTINEL, addresses.routine(WRONG_METHOD_STUB));
    sentinels.put(CountdownWord.SENTINEL, new Countdown());
    CpuFeatures.restrict((AMD64) jvmci.getHostJVMCIBackend().getTarget().arch);
    HotSpotGraalCompiler compiler = create(jvmci);
    HotSpotProviders providers = compiler.getGraalRuntime().getHostBackend().getProviders();
    CounterOverflows overflows =
        new CounterOverflows(
            compiler.getGraalRuntime().getOptions(),
            providers,
            addresses.counterOverflow(),
            tables,
            config);
    return new GraalBackend(compiler, jvmci, sentinels, new Countdowns(overflows));
  }

  /**
   * As {@code HotSpotGraalCompilerFactory.createCompiler(JVMCIRuntime)} does, without its {@code
   * JVMCIVersionCheck}: that demands the update of JDK 25 which came out together with Graal, and a
   * Graal that is newer than the JDK is what users need who cannot take every update at once. What
   * Graal wants of the VM it reads by name, and fails where there is none. Nobody may ask JVMCI for
   * its compiler after this: it would make another one, with the check.
   */
  private static HotSpotGraalCompiler create(HotSpotJVMCIRuntime jvmci) {
    OptionValues options = HotSpotGraalOptionValues.defaultOptions();
    try {
      return HotSpotGraalCompilerFactory.createCompiler(
          "VM", jvmci, options, CompilerConfigurationFactory.selectFactory(null, options, jvmci));
    } catch (JVMCIError | GraalError e) {
      throw new UnknownVmException(
          "does not tell Graal what it asks for: " + CompilerVm.oneLine(e), e);
    }
  }

  HotSpotBackend backend() {
    return runtime.getHostBackend();
  }

  GraalHotSpotVMConfig config() {
    return runtime.getVMConfig();
  }

  OptionValues options() {
    return runtime.getOptions();
  }

  /** As Graal uses them itself, for its stubs. */
  HotSpotProviders providers() {
    return providers;
  }

  /** As methods of an image may use them. */
  HotSpotProviders imageProviders() {
    return imageProviders;
  }

  /** The number that stands for the stub which resolves the call that led to it again. */
  long wrongMethodStub() {
    return WRONG_METHOD_SENTINEL;
  }

  Map<Long, External> sentinels() {
    return sentinels;
  }

  LIRSuites lirSuites() {
    return providers.getSuites().getDefaultLIRSuites(options());
  }

  /**
   * Without phases that need a speculation log: a failed speculation is known to one process only.
   *
   * @param check looks at the graph after inlining, and at the end
   */
  Suites suites(boolean inline, Optional<GraphClasses> check) {
    OptionValues options = new OptionValues(options(), HighTier.Options.Inline, inline);
    Suites suites =
        providers
            .getSuites()
            .getDefaultSuites(options, providers.getLowerer().getTarget().arch)
            .copy();
    suites.getHighTier().removeSubTypePhases(Speculative.class);
    suites.getMidTier().removeSubTypePhases(Speculative.class);
    suites.getLowTier().removeSubTypePhases(Speculative.class);
    // Before deoptimisations are merged; where allocations bring some, before null checks are made
    // implicit and keep what they do; and once more, so that none is left.
    suites
        .getMidTier()
        .insertBeforePhase(DeoptimizationGroupingPhase.class, new BoundedDeoptimizations<>());
    suites
        .getLowTier()
        .insertAfterPhase(LowTierLoweringPhase.class, new BoundedDeoptimizations<>());
    suites.getLowTier().appendPhase(new BoundedDeoptimizations<>());
    suites.getMidTier().findPhase(LoopSafepointInsertionPhase.class).add(countdowns);
    check.ifPresent(
        phase -> {
          ListIterator<BasePhase<? super HighTierContext>> inlining =
              suites.getHighTier().findPhase(AbstractInliningPhase.class);
          if (inlining != null) {
            inlining.add(phase);
          }
          suites.getHighTier().appendPhase(phase);
        });
    return suites;
  }

  PhaseSuite<HighTierContext> graphBuilderSuite(
      ClassView classes,
      CallSites callSites,
      InitializationGuards guards,
      Optional<GraphClasses> check) {
    PhaseSuite<HighTierContext> suite = providers.getSuites().getDefaultGraphBuilderSuite().copy();
    GraphBuilderPhase original =
        (GraphBuilderPhase) suite.findPhase(GraphBuilderPhase.class).previous();
    GraphBuilderConfiguration config = original.getGraphBuilderConfig().copy();
    config.getPlugins().setClassInitializationPlugin(guards);
    config.getPlugins().appendTypePlugin(new DeclaredTypes(classes));
    suite.findPhase(GraphBuilderPhase.class).set(new ImageGraphBuilder(config, classes, callSites));
    suite.appendPhase(new CarrierReads());
    check.ifPresent(suite::appendPhase);
    return suite;
  }
}
