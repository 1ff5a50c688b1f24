// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Rules about how sources are written and what they may name. */
class SourcesTest {
  private static final int MOST_LINES_OF_A_METHOD = 70;

  /** The tables in which the VM describes itself. */
  private static final List<String> TABLES =
      List.of("gHotSpot" + "VMStructs", "gHotSpot" + "VMTypes");

  /** Who reads the VM's memory, or starts JVMCI without its runtime, and opens for it. */
  private static final Map<String, String> USERS_OF_JDK_INTERNALS =
      Map.of(
          "dev.preheat.compiler.graal.parse", "reads constants as the VM holds them",
          "dev.preheat.compiler.jvmci", "reads the VM's memory",
          "dev.preheat.compiler.questions", "defines classes of JVMCI with notes added",
          "dev.preheat.loader.check", "reads the VM's memory",
          "dev.preheat.loader.image", "keeps the image outside of the Java heap",
          "dev.preheat.loader.install", "reads the VM's memory, and installs",
          "dev.preheat.loader.program", "calls main as the launcher does",
          "dev.preheat.loader.view", "reads the VM's memory");

  @Test
  void noMethodIsTooLong() throws IOException {
    try (StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      List<JavaFileObject> sources = new ArrayList<>();
      files.getJavaFileObjectsFromPaths(Codebase.sources()).forEach(sources::add);

      assertEquals(Map.of(), MethodLengths.above(MOST_LINES_OF_A_METHOD, sources));
    }
  }

  @Test
  void aMethodThatIsTooLongIsFound() throws IOException {
    String source =
        "class A {\n  void a() {}\n\n  void b() {\n" + "    a();\n".repeat(70) + "  }\n}\n";

    assertEquals(
        Map.of("/A.java: b", 72L),
        MethodLengths.above(MOST_LINES_OF_A_METHOD, List.of(new Source("A.java", source))));
    assertEquals(Map.of(), MethodLengths.above(72, List.of(new Source("A.java", source))));
  }

  @Test
  void theVmsTablesAreReadInOneModule() {
    List<Path> readers =
        Codebase.sources().stream()
            .filter(
                file -> readsTables(Messages.read(Codebase.file("").relativize(file).toString())))
            .toList();

    assertTrue(!readers.isEmpty(), "nobody reads them");
    assertEquals(
        List.of(),
        readers.stream().filter(file -> !file.startsWith(Codebase.file("hotspot"))).toList());
  }

  @Test
  void whoReadsTheVmsTablesIsFound() {
    assertTrue(readsTables("long table = symbols.word(\"" + TABLES.get(1) + "\");"));
  }

  private static boolean readsTables(String source) {
    return TABLES.stream().anyMatch(source::contains);
  }

  @Test
  void internalsOfTheJdkAreUsedWhereItIsStated() {
    internalsAreFor(USERS_OF_JDK_INTERNALS).check(Codebase.allClasses());
    assertEquals(
        USERS_OF_JDK_INTERNALS.keySet(),
        Codebase.allClasses().stream()
            .filter(SourcesTest::usesInternals)
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet()));
  }

  @Test
  void useOfInternalsIsFound() {
    assertTrue(internalsAreFor(Map.of()).evaluate(Codebase.allClasses()).hasViolation());
  }

  private static ArchRule internalsAreFor(Map<String, String> packages) {
    return ArchRuleDefinition.noClasses()
        .that(
            DescribedPredicate.describe(
                "are of none of " + packages.keySet(),
                type -> !packages.containsKey(type.getPackageName())))
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe("are internals of the JDK", SourcesTest::isInternal));
  }

  private static boolean usesInternals(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(dependency -> isInternal(dependency.getTargetClass()));
  }

  private static boolean isInternal(JavaClass type) {
    return type.getPackageName().startsWith("jdk.internal.");
  }

  /** A source that lies in no file. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
