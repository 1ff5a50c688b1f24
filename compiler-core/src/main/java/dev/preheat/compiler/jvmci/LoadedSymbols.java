// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.format.image.model.ClassKind;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.ClassRecord;
import dev.preheat.format.trace.LoaderRole;
import dev.preheat.format.trace.MethodId;
import dev.preheat.format.trace.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.vm.ci.meta.JavaType;
import jdk.vm.ci.meta.MetaAccessProvider;
import jdk.vm.ci.meta.ResolvedJavaMethod;
import jdk.vm.ci.meta.ResolvedJavaType;

/**
 * The classes that the trace says the program loaded, loaded into this JVM. None of the program's
 * code runs: classes of the application are linked but not initialised; where the trace says that
 * they were, their state byte is set, in this JVM only, so that Graal inlines their methods.
 * Classes that the compiler itself runs on are initialised for real: those of the JDK, and of the
 * format of images.
 *
 * <p>Only these classes and their supertypes have symbols. Code that refers to any other cannot be
 * expressed in an image.
 */
public final class LoadedSymbols {

  private static final List<String> COMPILER_PACKAGES =
      List.of("jdk/vm/ci/", "jdk/graal/", "org/graalvm/");

  /** The loader has these classes, too, and the compiler itself runs on them. */
  private static final List<String> OWN_PACKAGES =
      List.of("dev/preheat/format/", "dev/preheat/hotspot/");

  private static final ClassSymbol THROWABLE =
      new ClassSymbol(ClassRole.BOOT, "java/lang/Throwable");

  private static final int ARRAY_DIMENSIONS = 4;

  /** Of java.lang.reflect.ProxyGenerator, whose class is in the package of an interface. */
  private static final Pattern PROXY = Pattern.compile("(?:^|/)\\$Proxy\\d+$");

  private final JvmciInternals internals;
  private final MetaAccessProvider metaAccess;
  private final VmConfig config;
  private final Map<ClassSymbol, ResolvedJavaType> types = new TreeMap<>();
  private final Map<ResolvedJavaType, ClassSymbol> symbols = new HashMap<>();
  private final Map<Long, ClassSymbol> klasses = new HashMap<>();
  private final Map<Long, MethodSymbol> methods = new HashMap<>();
  private final Map<MethodSymbol, ResolvedJavaMethod> resolved = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> missing = new HashSet<>();

  /** An empty world. */
  public LoadedSymbols(JvmciInternals internals, MetaAccessProvider metaAccess, VmConfig config) {
    this.internals = internals;
    this.metaAccess = metaAccess;
    this.config = config;
    for (char primitive : "ZBCSIJFD".toCharArray()) {
      addArrays(metaAccess.lookupJavaType(arrayClass(primitive)), ClassRole.BOOT, "[" + primitive);
    }
  }

  /**
   * Loads the classes of a trace; those that are no longer there, or are others here, are
   * remembered as missing.
   */
  public void load(Trace trace) {
    Namesakes namesakes = new Namesakes(trace);
    for (Map.Entry<ClassId, ClassRecord> entry : trace.classes().entrySet()) {
      ClassId id = entry.getKey();
      if (id.loader() != LoaderRole.OTHER
          && id.name().charAt(0) != '['
          && !isHidden(id.name())
          && !isCompilerClass(id.name())) {
        load(id, entry.getValue().initialized(), namesakes);
      }
    }
    for (ResolvedJavaType type : List.copyOf(types.values())) {
      if (!type.isArray()) {
        addOverpassMethods(type);
      }
    }
  }

  private void load(ClassId id, boolean initialized, Namesakes namesakes) {
    ClassRole role = Loaders.role(id.loader());
    boolean forReal =
        role != ClassRole.APP || OWN_PACKAGES.stream().anyMatch(id.name()::startsWith);
    try {
      Class<?> type =
          Class.forName(id.name().replace('/', '.'), initialized && forReal, Loaders.of(role));
      boolean isTheSame = role != ClassRole.APP || !namesakes.areAbove(type);
      if (type.getClassLoader() == Loaders.of(role) && isTheSame) {
        add(type, role, initialized);
      } else {
        missing.add(id.name());
      }
    } catch (ClassNotFoundException | LinkageError e) {
      // The class path has changed since the trace, or the class is broken: its methods are left
      // out with this reason.
      missing.add(id.name());
    }
  }

  private void add(Class<?> javaClass, ClassRole role, boolean initialized) {
    ResolvedJavaType type = metaAccess.lookupJavaType(javaClass);
    type.link();
    if (initialized && role == ClassRole.APP && !type.isInitialized()) {
      long state = internals.klass(type) + config.field("InstanceKlass::_init_state").offset;
      RawMemory.putU1(state, (byte) config.constant("InstanceKlass::fully_initialized"));
    }
    ClassSymbol symbol = new ClassSymbol(role, javaClass.getName().replace('.', '/'));
    addType(type, symbol);
    addArrays(type.getArrayClass(), role, "[L" + symbol.name() + ";");
    for (ResolvedJavaMethod method : type.getDeclaredMethods(false)) {
      addMethod(symbol, method);
    }
    for (ResolvedJavaMethod constructor : type.getDeclaredConstructors(false)) {
      addMethod(symbol, constructor);
    }
    if (type.getClassInitializer() != null) {
      addMethod(symbol, type.getClassInitializer());
    }
    addAbove(javaClass);
  }

  /**
   * The VM loads a class's supertypes with it, whether the trace has them or not: the agent passes
   * over what {@code excludes} names. An interface's is {@code Object}, for the VM.
   */
  private void addAbove(Class<?> javaClass) {
    List<Class<?>> above = new ArrayList<>(List.of(javaClass.getInterfaces()));
    above.add(javaClass.isInterface() ? Object.class : javaClass.getSuperclass());
    for (Class<?> each : above) {
      if (each != null && !symbols.containsKey(type(each))) {
        add(each, Loaders.role(each.getClassLoader()), false);
      }
    }
  }

  /**
   * Methods that the VM adds to a class (src/hotspot/share/classfile/defaultMethods.cpp). A class
   * of the archive does not have them, so a call of one is named by the method that the interface
   * declares.
   */
  private void addOverpassMethods(ResolvedJavaType type) {
    for (ResolvedJavaMethod method : type.getAllMethods(false)) {
      long address = internals.method(method);
      if (!methods.containsKey(address)) {
        declared(type, method)
            .flatMap(
                declared ->
                    symbol(declared.getDeclaringClass()).map(holder -> name(holder, declared)))
            .ifPresent(symbol -> methods.put(address, symbol));
      }
    }
  }

  private static Optional<ResolvedJavaMethod> declared(
      ResolvedJavaType type, ResolvedJavaMethod overpass) {
    for (ResolvedJavaType each : type.getInterfaces()) {
      for (ResolvedJavaMethod method : each.getDeclaredMethods(false)) {
        if (method.getName().equals(overpass.getName())
            && method
                .getSignature()
                .toMethodDescriptor()
                .equals(overpass.getSignature().toMethodDescriptor())) {
          return Optional.of(method);
        }
      }
      Optional<ResolvedJavaMethod> inherited = declared(each, overpass);
      if (inherited.isPresent()) {
        return inherited;
      }
    }
    return Optional.empty();
  }

  private void addArrays(ResolvedJavaType array, ClassRole role, String name) {
    ResolvedJavaType type = array;
    String descriptor = name;
    for (int i = 0; i < ARRAY_DIMENSIONS; i++) {
      addType(type, new ClassSymbol(role, descriptor));
      type = type.getArrayClass();
      descriptor = "[" + descriptor;
    }
  }

  private void addType(ResolvedJavaType type, ClassSymbol symbol) {
    types.put(symbol, type);
    symbols.put(type, symbol);
    names.add(type.getName());
    klasses.put(internals.klass(type), symbol);
  }

  private void addMethod(ClassSymbol holder, ResolvedJavaMethod method) {
    MethodSymbol symbol = name(holder, method);
    methods.put(internals.method(method), symbol);
    resolved.put(symbol, method);
  }

  private static MethodSymbol name(ClassSymbol holder, ResolvedJavaMethod method) {
    return new MethodSymbol(holder, method.getName(), method.getSignature().toMethodDescriptor());
  }

  /** Whether the program loaded a class of that name. */
  boolean containsName(JavaType type) {
    return names.contains(type.getName());
  }

  /** The class of a symbol, if it is of this world. */
  public Optional<ResolvedJavaType> find(ClassSymbol symbol) {
    return Optional.ofNullable(types.get(symbol));
  }

  /** The class's symbol. */
  public Optional<ClassSymbol> symbol(ResolvedJavaType type) {
    return Optional.ofNullable(symbols.get(type));
  }

  /** The class of a symbol of this world. */
  public ResolvedJavaType type(ClassSymbol symbol) {
    ResolvedJavaType type = types.get(symbol);
    if (type == null) {
      throw new IllegalArgumentException("not in this world: " + symbol);
    }
    return type;
  }

  /** The Java class of an instance class of this world. */
  public Class<?> mirror(ClassSymbol symbol) {
    try {
      return Class.forName(symbol.name().replace('/', '.'), false, Loaders.of(symbol.role()));
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("not in this world: " + symbol, e);
    }
  }

  /** JVMCI's view of a class. */
  public ResolvedJavaType type(Class<?> javaClass) {
    return metaAccess.lookupJavaType(javaClass);
  }

  /** The class that a name means to classes of a loader, if the program loaded one. */
  Optional<ClassSymbol> named(String name, ClassRole from) {
    for (ClassRole role : ClassRole.values()) {
      ClassSymbol symbol = new ClassSymbol(role, name);
      if (types.containsKey(symbol)) {
        return Optional.of(symbol);
      }
      if (role == from) {
        break;
      }
    }
    return Optional.empty();
  }

  /** The class at an address. */
  public Optional<ClassSymbol> klass(long address) {
    return Optional.ofNullable(klasses.get(address));
  }

  /** The method at an address. */
  public Optional<MethodSymbol> method(long address) {
    return Optional.ofNullable(methods.get(address));
  }

  /** The method of a symbol. */
  public Optional<ResolvedJavaMethod> method(MethodSymbol symbol) {
    return Optional.ofNullable(resolved.get(symbol));
  }

  /** What is known of a method's bytecode; {@code bytes} is its length. */
  public record MethodBody(boolean hasBytecode, int bytes) {}

  /** The bytecode of a method of this world. */
  public Optional<MethodBody> body(MethodSymbol symbol) {
    return method(symbol)
        .map(method -> new MethodBody(method.hasBytecodes(), method.getCodeSize()));
  }

  /** Whether a class is that of an exception or error. */
  public boolean isThrowable(ClassSymbol symbol) {
    return symbol.equals(THROWABLE)
        || (symbol.kind() == ClassKind.INSTANCE
            && supertypes(symbol).stream().anyMatch(this::isThrowable));
  }

  /** The superclass and the interfaces of a class, which are always of its world. */
  public List<ClassSymbol> supertypes(ClassSymbol symbol) {
    ResolvedJavaType type = type(symbol);
    return Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
        .map(each -> symbol(each).orElseThrow())
        .toList();
  }

  /** The symbol of a traced class; it need not be in this world. */
  static ClassSymbol symbol(ClassId id) {
    return new ClassSymbol(Loaders.role(id.loader()), id.name());
  }

  /** The symbol of a traced method; its class need not be in this world. */
  public static MethodSymbol symbol(MethodId id) {
    return new MethodSymbol(symbol(id.holder()), id.name(), id.descriptor());
  }

  /** Whether a traced class could not be loaded. */
  public boolean isMissing(String name) {
    return missing.contains(name);
  }

  /** Number of classes, without arrays. */
  public int size() {
    return (int) types.keySet().stream().filter(symbol -> symbol.name().charAt(0) != '[').count();
  }

  /** What the VM tells of itself. */
  VmConfig config() {
    return config;
  }

  /** Whether a class belongs to JVMCI or Graal: the compiler runs on them, the program does not. */
  public static boolean isCompilerClass(String name) {
    return COMPILER_PACKAGES.stream().anyMatch(name::startsWith);
  }

  /** Whether there is a class in this JVM because the compiler is. */
  public static boolean isCompilersOwn(String name) {
    return isCompilerClass(name) || name.startsWith("dev/preheat/compiler/");
  }

  /**
   * Whether a package is one of the JDK's, or of Graal's: no class of the class path of this JVM
   * can be in it, because its loaders look for the module of a package first. In the program's JVM
   * one may be, see {@link Namesakes}.
   */
  public static boolean isOfJdk(String name) {
    int end = name.lastIndexOf('/');
    String type = end < 0 ? "" : name.substring(0, end).replace('/', '.');
    return ModuleLayer.boot().modules().stream()
        .anyMatch(module -> module.getPackages().contains(type));
  }

  /** Names of classes that only one JVM has: hidden classes, proxies, generated accessors. */
  public static boolean isHidden(String name) {
    return name.contains("$$Lambda")
        || name.contains("/0x")
        || name.startsWith("jdk/proxy")
        || name.startsWith("com/sun/proxy")
        || PROXY.matcher(name).find();
  }

  private static Class<?> arrayClass(char primitive) {
    return switch (primitive) {
      case 'Z' -> boolean[].class;
      case 'B' -> byte[].class;
      case 'C' -> char[].class;
      case 'S' -> short[].class;
      case 'I' -> int[].class;
      case 'J' -> long[].class;
      case 'F' -> float[].class;
      case 'D' -> double[].class;
      default -> throw new IllegalArgumentException("no primitive type: " + primitive);
    };
  }
}
