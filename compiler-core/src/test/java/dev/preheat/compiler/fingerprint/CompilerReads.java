// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the class files of Graal and JVMCI ask the VM and the processor for. */
final class CompilerReads {

  private static final String FLAGS = "getFlag";
  private static final String VALUES = "getFieldValue";
  private static final String FEATURE = "jdk/vm/ci/amd64/AMD64$CPUFeature";

  /**
   * The tables of switches name features that are neither asked for nor used: AMD64Assembler sorts
   * all into groups.
   */
  private static final Pattern SWITCH_TABLE = Pattern.compile(".*\\$\\d+\\..*");

  /** Of other processors, which an image cannot be for yet. */
  private static final Set<String> OTHER_PROCESSORS = Set.of("aarch64", "riscv64");

  /** Methods of JVMCI's {@code HotSpotVMConfigAccess} and its subclasses. */
  private static final Set<String> READERS = Set.of(FLAGS, VALUES);

  private static final String READER_TYPE = "(Ljava/lang/String;Ljava/lang/Class;";

  /** What all reading of flags and values comes down to. */
  private static final Set<String> SOURCES =
      Set.of(
          "jdk/vm/ci/hotspot/VMField.value",
          "jdk/vm/ci/hotspot/VMFlag.value",
          "jdk/vm/ci/hotspot/CompilerToVM.getFlagValue");

  /** The VM's management beans tell flags, too, whoever offers them. */
  private static final Set<String> MANAGEMENT =
      Set.of("getVMOption", "getDiagnosticOptions", "getInputArguments");

  /** Set from flags: src/hotspot/share/runtime/arguments.cpp, src/hotspot/share/prims/jvm.cpp. */
  private static final Set<String> PROPERTIES =
      Set.of(
          "java.lang.Integer.IntegerCache.high",
          "java.vm.compressedOopsMode",
          "java.vm.info",
          "sun.nio.MaxDirectMemorySize",
          "sun.nio.PageAlignDirectMemory");

  private static final Pattern COLLECTOR = Pattern.compile("Use\\w+GC");

  private CompilerReads() {}

  /** Names of flags. */
  static Set<String> ofFlags() throws IOException {
    return names(FLAGS);
  }

  /** Names of static fields whose values are read. */
  static Set<String> ofValues() throws IOException {
    return names(VALUES);
  }

  /** Flags that say which collector there is: Graal's list of collectors has their names. */
  static Set<String> ofCollectors() throws IOException {
    Set<String> flags = new TreeSet<>();
    visitGraal(
        (method, code) -> {
          if (method.equals("jdk/graal/compiler/hotspot/HotSpotGraalRuntime$HotSpotGC.<clinit>")) {
            for (CodeElement element : code) {
              if (element instanceof ConstantInstruction constant
                  && constant.constantValue() instanceof String text
                  && COLLECTOR.matcher(text).matches()) {
                flags.add(text);
              }
            }
          }
        });
    return flags;
  }

  /** Methods that read a flag or value whose name they do not say. */
  static Set<String> withoutName() throws IOException {
    Set<String> methods = new TreeSet<>();
    visitAll(
        (method, code) ->
            addReads(
                code,
                (reader, name) -> {
                  if (name.isEmpty()) {
                    methods.add(method);
                  }
                }));
    return methods;
  }

  /** Methods that get at flags and values otherwise than by these readers. */
  static Set<String> besidesReaders() throws IOException {
    Set<String> methods = new TreeSet<>();
    visitAll(
        (method, code) -> {
          for (CodeElement element : code) {
            switch (element) {
              case FieldInstruction field
                  when field.opcode() == Opcode.GETFIELD
                      && SOURCES.contains(member(field.owner(), field.name())) ->
                  methods.add(method);
              case InvokeInstruction invoke
                  when SOURCES.contains(member(invoke.owner(), invoke.name()))
                      || MANAGEMENT.contains(invoke.name().stringValue()) ->
                  methods.add(method);
              default -> {
                // Reads nothing of the VM.
              }
            }
          }
        });
    return methods;
  }

  /** Methods that name a property which the VM sets from a flag. */
  static Set<String> ofPropertiesOfFlags() throws IOException {
    Set<String> methods = new TreeSet<>();
    visitAll(
        (method, code) -> {
          for (CodeElement element : code) {
            if (element instanceof ConstantInstruction constant
                && PROPERTIES.contains(String.valueOf(constant.constantValue()))) {
              methods.add(method);
            }
          }
        });
    return methods;
  }

  private static String member(ClassEntry owner, Utf8Entry name) {
    return owner.asInternalName() + "." + name.stringValue();
  }

  /** Features of the processor that Graal names. */
  static Set<String> ofCpuFeatures() throws IOException {
    Set<String> features = new TreeSet<>();
    visitGraal(
        (method, code) -> {
          if (SWITCH_TABLE.matcher(method).matches()) {
            return;
          }
          for (CodeElement element : code) {
            if (element instanceof FieldInstruction field
                && field.owner().asInternalName().equals(FEATURE)
                && field.typeSymbol().descriptorString().contains(FEATURE)) {
              features.add(field.name().stringValue());
            }
          }
        });
    return features;
  }

  private static Set<String> names(String method) throws IOException {
    Set<String> names = new TreeSet<>();
    visitAll(
        (caller, code) ->
            addReads(
                code,
                (reader, name) -> {
                  if (reader.equals(method)) {
                    name.ifPresent(names::add);
                  }
                }));
    return names;
  }

  /** Calls of readers, each with the name that it is for, where that is a constant. */
  private static void addReads(CodeModel code, BiConsumer<String, Optional<String>> reads) {
    List<Instruction> before = new ArrayList<>();
    for (CodeElement element : code) {
      if (element instanceof InvokeInstruction invoke
          && READERS.contains(invoke.name().stringValue())
          && invoke.type().stringValue().startsWith(READER_TYPE)) {
        reads.accept(invoke.name().stringValue(), name(before));
        before.clear();
      } else if (element instanceof Instruction instruction) {
        before.add(instruction);
      }
    }
  }

  /**
   * The first argument is a constant if it is what comes right before the second, a class, and does
   * not end a choice between two.
   */
  private static Optional<String> name(List<Instruction> before) {
    int at = before.size() - 1;
    while (at > 0 && !isClass(before.get(at))) {
      at--;
    }
    return at > 0
            && before.get(at - 1) instanceof ConstantInstruction constant
            && constant.constantValue() instanceof String name
            && !(at > 1 && before.get(at - 2) instanceof BranchInstruction)
        ? Optional.of(name)
        : Optional.empty();
  }

  private static boolean isClass(Instruction instruction) {
    return switch (instruction) {
      case ConstantInstruction constant -> constant.constantValue() instanceof ClassDesc;
      case FieldInstruction field -> field.name().equalsString("TYPE");
      default -> false;
    };
  }

  private static void visitAll(BiConsumer<String, CodeModel> visitor) throws IOException {
    visitGraal(visitor);
    visitJvmci(visitor);
  }

  private static void visitGraal(BiConsumer<String, CodeModel> visitor) throws IOException {
    Path graal = Path.of(System.getProperty("preheat.graal.directory"), "compiler.jar");
    try (JarFile jar = new JarFile(graal.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        if (isOfThisProcessor(entry.getName())) {
          try (InputStream in = jar.getInputStream(entry)) {
            visit(in.readAllBytes(), visitor);
          }
        }
      }
    }
  }

  private static void visitJvmci(BiConsumer<String, CodeModel> visitor) throws IOException {
    Path module =
        FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "jdk.internal.vm.ci");
    try (Stream<Path> files = Files.walk(module)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (isOfThisProcessor(file.toString())) {
          visit(Files.readAllBytes(file), visitor);
        }
      }
    }
  }

  private static boolean isOfThisProcessor(String file) {
    return file.endsWith(".class")
        && !file.endsWith("module-info.class")
        && OTHER_PROCESSORS.stream().noneMatch(name -> file.contains("/" + name + "/"));
  }

  /** Names each method as {@code class.method}. */
  private static void visit(byte[] bytes, BiConsumer<String, CodeModel> visitor) {
    ClassModel type = ClassFile.of().parse(bytes);
    for (MethodModel method : type.methods()) {
      String name = member(type.thisClass(), method.methodName());
      method.code().ifPresent(code -> visitor.accept(name, code));
    }
  }
}
