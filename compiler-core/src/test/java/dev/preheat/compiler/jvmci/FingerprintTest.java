package dev.preheat.compiler.jvmci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import dev.preheat.format.image.ImageModel.Fact;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

final class FingerprintTest {

  private static final String CONFIG = "jdk/graal/compiler/hotspot/GraalHotSpotVMConfig.class";

  /**
   * A flag that Graal starts to read does not go unnoticed: somebody has to decide whether it
   * matters.
   */
  @Test
  void everyFlagThatGraalReadsIsEitherCheckedOrKnownNotToMatter() throws IOException {
    Set<String> read = flagsThatGraalReads();
    assertTrue(read.contains("UseCompressedOops"), () -> "nothing was found: " + read);
    Set<String> unknown = new TreeSet<>(read);
    Fingerprint.FLAGS.forEach(unknown::remove);
    Fingerprint.IRRELEVANT_FLAGS.forEach(unknown::remove);
    assertEquals(Set.of(), unknown);
  }

  @Test
  void noFlagIsBothCheckedAndIrrelevant() {
    Set<String> both = new TreeSet<>(Fingerprint.FLAGS);
    both.retainAll(Fingerprint.IRRELEVANT_FLAGS);
    assertEquals(Set.of(), both);
  }

  /** The loader compares them once. */
  @Test
  void noFlagCanBeChangedWhileAJvmRuns() {
    List<String> writable =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .getDiagnosticOptions()
            .stream()
            .map(VMOption::getName)
            .toList();
    assertTrue(writable.contains("HeapDumpPath"), writable::toString);
    assertTrue(Collections.disjoint(writable, Fingerprint.FLAGS), writable::toString);
  }

  @Test
  void theFactsHoldInTheJvmTheyWereReadFrom() {
    List<Fact> facts = new Fingerprint(new VmTables()).facts();
    assertFalse(facts.isEmpty());
    assertTrue(
        facts.stream()
            .anyMatch(
                fact -> fact.name().equals("flag UseCompressedOops") && fact.expected() == 1));
    assertEquals(facts.stream().map(Fact::name).distinct().count(), facts.size());
  }

  @Test
  void thePropertiesNameTheBuild() throws IOException {
    var properties = new Fingerprint(new VmTables()).properties();
    assertEquals(System.getProperty("java.vm.version"), properties.get("java.vm.version"));
    assertEquals(40, properties.get("libjvm.buildId").length());
    assertTrue(Long.parseLong(properties.get("libjvm.size")) > 1_000_000);
  }

  private static Set<String> flagsThatGraalReads() throws IOException {
    Set<String> flags = new TreeSet<>();
    Path graal = Path.of(System.getProperty("preheat.graal.directory"), "compiler.jar");
    try (JarFile jar = new JarFile(graal.toFile());
        InputStream in = jar.getInputStream(jar.getEntry(CONFIG))) {
      ClassModel config = ClassFile.of().parse(in.readAllBytes());
      for (MethodModel method : config.methods()) {
        method.code().ifPresent(code -> addFlags(code, flags));
      }
    }
    return flags;
  }

  /** The name is the last string constant before the call that is none of an architecture. */
  private static void addFlags(CodeModel code, Set<String> flags) {
    String last = null;
    for (CodeElement element : code) {
      if (element instanceof ConstantInstruction constant
          && constant.constantValue() instanceof String text
          && Character.isUpperCase(text.charAt(0))) {
        last = text;
      } else if (element instanceof InvokeInstruction invoke
          && invoke.name().equalsString("getFlag")) {
        flags.add(last);
      }
    }
  }
}
