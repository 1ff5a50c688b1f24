// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.hotspot.UnknownVmException;
import dev.preheat.hotspot.VmField;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import jdk.vm.ci.common.JVMCIError;
import jdk.vm.ci.hotspot.HotSpotJVMCIRuntime;

/** The JVM that compiles: what it says of itself, and the classes of the program in it. */
public final class CompilerVm {

  private static final int MOST_LINES = 6;

  private final VmTables tables = new VmTables();
  private final JvmciInternals internals;
  private final VmConfig config;
  private final ExternalAddresses addresses;
  private final LoadedSymbols world;

  /**
   * The running JVM. Made before Graal starts: its constants replace addresses that are needed
   * here.
   */
  public CompilerVm() {
    HotSpotJVMCIRuntime runtime = runtime();
    internals = new JvmciInternals();
    config = new VmConfig(runtime.getConfigStore());
    addresses = new ExternalAddresses(config, tables);
    world = new LoadedSymbols(internals, runtime.getHostJVMCIBackend().getMetaAccess(), config);
  }

  /** JVMCI asks the VM by name as well, and fails where there is none. */
  private static HotSpotJVMCIRuntime runtime() {
    try {
      return HotSpotJVMCIRuntime.runtime();
    } catch (JVMCIError e) {
      throw new UnknownVmException("does not tell JVMCI what it asks for: " + oneLine(e), e);
    }
  }

  /**
   * What was looked for. That is the first line, and all that there is follows; or those after a
   * colon.
   */
  public static String oneLine(Throwable e) {
    List<String> lines = String.valueOf(e.getMessage()).lines().map(String::strip).toList();
    boolean isList = lines.size() > 1 && lines.getFirst().endsWith(":");
    return isList
        ? lines.stream().limit(MOST_LINES).collect(Collectors.joining(" "))
        : lines.stream().findFirst().orElse(e.toString());
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
