package dev.preheat.compiler.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the class files of Graal and JVMCI ask the VM and the processor for. */
final class CompilerReads {

  private static final String FEATURE = "jdk/vm/ci/amd64/AMD64$CPUFeature";

  /**
   * The tables of switches name features that are neither asked for nor used: AMD64Assembler sorts
   * all into groups.
   */
  private static final Pattern SWITCH_TABLE = Pattern.compile(".*\\$\\d+\\.class");

  /** Of other processors, which an image cannot be for yet. */
  private static final Set<String> OTHER_PROCESSORS = Set.of("aarch64", "riscv64");

  /** No type of C++, no name of an architecture. */
  private static final Predicate<String> IS_NAME =
      Pattern.compile("[A-Z]\\w+|\\w+::[\\w:]+").asMatchPredicate();

  private CompilerReads() {}

  /** Names of flags. */
  static Set<String> ofFlags() throws IOException {
    return names("getFlag");
  }

  /** Names of static fields whose values are read. */
  static Set<String> ofValues() throws IOException {
    return names("getFieldValue");
  }

  /** Features of the processor that Graal names. */
  static Set<String> ofCpuFeatures() throws IOException {
    Set<String> features = new TreeSet<>();
    visitGraal(
        (name, code) -> {
          if (SWITCH_TABLE.matcher(name).matches()) {
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
    BiConsumer<String, CodeModel> visitor = (type, code) -> add(code, method, names);
    visitGraal(visitor);
    visitJvmci(visitor);
    return names;
  }

  /** The name is the last string constant before the call that is none of an architecture. */
  private static void add(CodeModel code, String method, Set<String> names) {
    String last = null;
    for (CodeElement element : code) {
      if (element instanceof ConstantInstruction constant
          && constant.constantValue() instanceof String text
          && IS_NAME.test(text)) {
        last = text;
      } else if (element instanceof InvokeInstruction invoke
          && invoke.name().equalsString(method)
          && last != null) {
        names.add(last);
      }
    }
  }

  private static void visitGraal(BiConsumer<String, CodeModel> visitor) throws IOException {
    Path graal = Path.of(System.getProperty("preheat.graal.directory"), "compiler.jar");
    try (JarFile jar = new JarFile(graal.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        if (isOfThisProcessor(entry.getName())) {
          try (InputStream in = jar.getInputStream(entry)) {
            visit(entry.getName(), in.readAllBytes(), visitor);
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
          visit(file.toString(), Files.readAllBytes(file), visitor);
        }
      }
    }
  }

  private static boolean isOfThisProcessor(String file) {
    return file.endsWith(".class")
        && !file.endsWith("module-info.class")
        && OTHER_PROCESSORS.stream().noneMatch(name -> file.contains("/" + name + "/"));
  }

  private static void visit(String name, byte[] bytes, BiConsumer<String, CodeModel> visitor) {
    for (MethodModel method : ClassFile.of().parse(bytes).methods()) {
      method.code().ifPresent(code -> visitor.accept(name, code));
    }
  }
}
