package dev.preheat.compiler.jvmci;

import dev.preheat.hotspot.VmField;
import java.util.SortedMap;
import jdk.vm.ci.hotspot.HotSpotJVMCIRuntime;

/** The JVM that compiles: what it says of itself, and the classes of the program in it. */
public final class CompilerVm {

  private final VmTables tables = new VmTables();
  private final JvmciInternals internals = new JvmciInternals();
  private final VmConfig config;
  private final ExternalAddresses addresses;
  private final LoadedSymbols world;

  /**
   * The running JVM. Made before Graal starts: its constants replace addresses that are needed
   * here.
   */
  public CompilerVm() {
    HotSpotJVMCIRuntime runtime = HotSpotJVMCIRuntime.runtime();
    config = new VmConfig(runtime.getConfigStore());
    addresses = new ExternalAddresses(config, tables);
    world = new LoadedSymbols(internals, runtime.getHostJVMCIBackend().getMetaAccess(), config);
  }

  /** The program's classes, none at first. */
  public LoadedSymbols world() {
    return world;
  }

  /** Access to JVMCI. */
  public JvmciInternals internals() {
    return internals;
  }

  /** Names of the VM's routines. */
  public ExternalAddresses addresses() {
    return addresses;
  }

  /** The tables that the VM exports. */
  public VmTables tables() {
    return tables;
  }

  /** What the VM tells JVMCI. */
  public VmConfig config() {
    return config;
  }

  /** What identifies classes and methods. */
  public SymbolFacts shapes() {
    return new SymbolFacts(tables, internals, world);
  }

  /** Offsets in the VM's structures. */
  public SortedMap<VmField, Integer> layout() {
    return new VmLayout(tables, internals, world).read();
  }
}
