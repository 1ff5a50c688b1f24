package dev.preheat.compiler.jvmci;

import dev.preheat.format.image.VmField;
import java.util.SortedMap;
import jdk.vm.ci.hotspot.HotSpotJVMCIRuntime;

/** The JVM that compiles: what it says of itself, and the classes of the program in it. */
public final class CompilerVm {

  private final VmTables tables = new VmTables();
  private final JvmciInternals internals = new JvmciInternals();
  private final VmConfig config;
  private final ExternalAddresses addresses;
  private final ClassWorld world;

  /**
   * The running JVM. Made before Graal starts: its constants replace addresses that are needed
   * here.
   */
  public CompilerVm() {
    HotSpotJVMCIRuntime runtime = HotSpotJVMCIRuntime.runtime();
    config = new VmConfig(runtime.getConfigStore());
    addresses = new ExternalAddresses(config, tables);
    world = new ClassWorld(internals, runtime.getHostJVMCIBackend().getMetaAccess(), config);
  }

  /** The program's classes, none at first. */
  public ClassWorld world() {
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

  /** What identifies this JVM. */
  public Fingerprint fingerprint() {
    return new Fingerprint(tables, config);
  }

  /** What identifies classes and methods. */
  public MethodShapes shapes() {
    return new MethodShapes(tables, internals, world);
  }

  /** Offsets in the VM's structures. */
  public SortedMap<VmField, Integer> layout() {
    return new VmLayout(tables, internals, world).read();
  }
}
