// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.fingerprint;

import dev.preheat.compiler.fingerprint.FactRule.AtLeast;
import dev.preheat.compiler.fingerprint.FactRule.Equal;
import dev.preheat.compiler.fingerprint.FactRule.Ignored;
import dev.preheat.compiler.fingerprint.FactRule.Unread;
import dev.preheat.compiler.jvmci.JdkArchives;
import dev.preheat.compiler.jvmci.RawMemory;
import dev.preheat.compiler.jvmci.VmConfig;
import dev.preheat.compiler.jvmci.VmTables;
import dev.preheat.format.contract.CollectorGroup;
import dev.preheat.format.image.model.FactKind;
import dev.preheat.format.image.model.FactPhase;
import dev.preheat.format.image.model.ImageModel.Fact;
import dev.preheat.hotspot.ObjectLayout;
import dev.preheat.hotspot.UnknownVmException;
import dev.preheat.hotspot.VmField;
import dev.preheat.hotspot.VmFlags;
import dev.preheat.hotspot.archive.ArchiveDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import jdk.vm.ci.hotspot.VMField;

/**
 * Everything about the JVM, beyond the program's classes, that emitted code relies on: flags
 * ({@link FlagRules}), values that follow from them or from the machine ({@link ValueRules}),
 * features of the processor ({@link CpuFeatures}), and what agents may ask of the VM. The rules are
 * complete by construction: what the VM tells the compiler has to be equal unless an exception says
 * otherwise, with its reason.
 */
public final class Fingerprint {

  private static final String FLAG = "flag ";

  /** Filled by the native {@code CompilerToVM.readConfiguration}, see {@link FactPhase}. */
  private static final String READ_LATE = "CompilerToVM::Data::";

  /**
   * Off unless a debugger or an agent wants them. {@code _can_hotswap_or_post_breakpoint} is not
   * here: it is on in every JDK 25, and the VM then records a dependency on each method of the
   * stream's list (src/hotspot/share/jvmci/jvmciCodeInstaller.cpp, initialize_dependencies).
   */
  private static final List<String> JVMTI_CAPABILITIES =
      List.of("JvmtiExport::_can_access_local_variables", "JvmtiExport::_can_post_on_exceptions");

  /**
   * Of mathematical functions Graal has the VM's routines in code of its own. Where the VM does not
   * generate them, for whatever option, its interpreter calls others, with other last bits
   * (src/hotspot/cpu/x86/stubGenerator_x86_64.cpp, generate_libm_stubs;
   * src/hotspot/share/jvmci/jvmciCompilerToVMInit.cpp).
   */
  static final List<String> MATHEMATICS =
      List.of(
          "CompilerToVM::Data::dcbrt",
          "CompilerToVM::Data::dcos",
          "CompilerToVM::Data::dexp",
          "CompilerToVM::Data::dlog",
          "CompilerToVM::Data::dlog10",
          "CompilerToVM::Data::dpow",
          "CompilerToVM::Data::dsin",
          "CompilerToVM::Data::dtan",
          "CompilerToVM::Data::dtanh");

  private static final List<String> PROPERTIES =
      List.of("java.vm.name", "java.vm.vendor", "java.vm.version", "os.arch", "os.name");

  private final VmTables tables;
  private final VmConfig config;
  private final VmFlags flags;

  /** Of the running JVM. */
  public Fingerprint(VmTables tables, VmConfig config) {
    this.tables = tables;
    this.config = config;
    this.flags = new VmFlags(tables.structs());
  }

  /**
   * What identifies the JDK build.
   *
   * @param layout of the running JVM
   */
  public SortedMap<String, String> properties(SortedMap<VmField, Integer> layout)
      throws IOException {
    SortedMap<String, String> properties = new TreeMap<>();
    for (String name : PROPERTIES) {
      properties.put(name, System.getProperty(name));
    }
    properties.put("libjvm.buildId", tables.buildId());
    properties.put("libjvm.size", Long.toString(Files.size(tables.library())));
    properties.put(
        ArchiveDigest.PROPERTY, JdkArchives.digests(tables.library().getParent(), layout));
    properties.put(ObjectLayout.PROPERTY, ObjectLayout.text(RawMemory.probe()));
    return properties;
  }

  /** The collectors that this JVM's code is for. */
  public CollectorGroup collectors() {
    return collectors(this::isOn);
  }

  /** Those that one of the flags which are on names. */
  static CollectorGroup collectors(Predicate<String> isOn) {
    return Arrays.stream(CollectorGroup.values())
        .filter(group -> group.names().stream().map(CollectorGroup::flag).anyMatch(isOn))
        .findFirst()
        .orElseThrow(() -> new UnknownVmException("has a collector that is unknown"));
  }

  private boolean isOn(String name) {
    return flags
        .find(name)
        .filter(flag -> flag.bytes() == 1 && RawMemory.u1(flag.address()) != 0)
        .isPresent();
  }

  /** Names of the flags for which there are rules, whether or not this JVM has them. */
  SortedSet<String> flagNames() {
    SortedSet<String> names = new TreeSet<>(FlagRules.READ_BY_NAME);
    names.addAll(FlagRules.UNREAD);
    names.addAll(config.flags().keySet());
    return names;
  }

  /**
   * What must hold in the JVM that installs the code, sorted by name; flags come first, because
   * they explain what follows from them.
   */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    addFlags(facts);
    for (VMField field : config.fields().values()) {
      FactRule rule = ValueRules.of(field);
      if (rule != null && !(rule instanceof Ignored) && !(rule instanceof Unread)) {
        add(facts, rule, field.name, field.address, bytes(field.type));
      }
    }
    addPointers(facts);
    for (String routine : MATHEMATICS) {
      long offset = config.field(routine).address - tables.base();
      facts.add(new Fact(routine, FactKind.GENERATED_8, FactPhase.CONFIGURED, offset, 0));
    }
    for (String capability : JVMTI_CAPABILITIES) {
      add(facts, new Equal(), capability, tables.address(capability), 1);
    }
    facts.addAll(CpuFeatures.facts(tables, config));
    facts.sort(
        Comparator.comparing((Fact fact) -> !fact.name().startsWith(FLAG))
            .thenComparing(Fact::name));
    return facts;
  }

  /** JVMCI is told of these as well; here they can be compared before it starts. */
  private void addPointers(List<Fact> facts) {
    String base = "CompressedOops::_base";
    add(facts, new Equal(), base, tables.address(base), Long.BYTES);
    for (String shift : List.of("CompressedOops::_shift", "CompressedKlassPointers::_shift")) {
      add(facts, new Equal(), shift, tables.address(shift), Integer.BYTES);
    }
  }

  private void addFlags(List<Fact> facts) {
    // Which of several is on does not matter: that no other collector is says that one of them is.
    List<String> collectors = collectors().names();
    List<String> either =
        collectors.size() == 1 ? List.of() : collectors.stream().map(CollectorGroup::flag).toList();
    for (String name : flagNames()) {
      if (!either.contains(name)) {
        flags
            .find(name)
            .ifPresent(
                flag -> add(facts, FlagRules.of(name), FLAG + name, flag.address(), flag.bytes()));
      }
    }
  }

  private void add(List<Fact> facts, FactRule rule, String name, long address, int bytes) {
    FactKind kind =
        switch (rule) {
          case Equal equal -> equal(bytes, name);
          case AtLeast atLeast -> atLeast(bytes, name);
          case Ignored ignored -> null;
          case Unread unread -> null;
        };
    if (kind != null) {
      FactPhase phase = name.startsWith(READ_LATE) ? FactPhase.CONFIGURED : FactPhase.START;
      facts.add(new Fact(name, kind, phase, address - tables.base(), value(address, bytes)));
    }
  }

  static FactKind equal(int bytes, String name) {
    return switch (bytes) {
      case Byte.BYTES -> FactKind.EQUAL_1;
      case Integer.BYTES -> FactKind.EQUAL_4;
      case Long.BYTES -> FactKind.EQUAL_8;
      default -> throw unknownSize(bytes, name);
    };
  }

  static FactKind atLeast(int bytes, String name) {
    return switch (bytes) {
      case Byte.BYTES -> FactKind.AT_LEAST_1;
      case Integer.BYTES -> FactKind.AT_LEAST_4;
      case Long.BYTES -> FactKind.AT_LEAST_8;
      default -> throw unknownSize(bytes, name);
    };
  }

  private static UnknownVmException unknownSize(int bytes, String name) {
    return new UnknownVmException("has a value of unknown size, " + bytes + " bytes: " + name);
  }

  private static long value(long address, int bytes) {
    return switch (bytes) {
      case Byte.BYTES -> RawMemory.u1(address) & 0xFF;
      case Integer.BYTES -> RawMemory.u4(address) & 0xFFFFFFFFL;
      default -> RawMemory.u8(address);
    };
  }

  /** Size of a C++ type as {@code vmStructs_jvmci.cpp} names it. */
  static int bytes(String type) {
    if (VmConfig.isAddress(type)) {
      return Long.BYTES;
    }
    return switch (type) {
      case "bool", "u1" -> Byte.BYTES;
      case "int", "uint", "jint" -> Integer.BYTES;
      case "intx", "uintx", "size_t", "uintptr_t", "uint64_t" -> Long.BYTES;
      default -> throw new UnknownVmException("has a JVMCI value of the unknown type " + type);
    };
  }
}
