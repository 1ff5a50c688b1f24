// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may know whom: the layers of ARCHITECTURE.md, and who may name JVMCI and Graal. */
class LayersTest {
  /** What every module may know. */
  private static final Set<Codebase> GROUND = EnumSet.of(Codebase.HOTSPOT, Codebase.IMAGE_FORMAT);

  private static final String GRAAL = "jdk.graal.compiler..";
  private static final String JVMCI = "jdk.vm.ci..";
  private static final String JDK_INTERNAL = "jdk.internal..";

  /** Where the loader uses what the JDK does not export. */
  private static final String[] JDK_INTERNALS = {
    "dev.preheat.loader.check",
    "dev.preheat.loader.image",
    "dev.preheat.loader.install",
    "dev.preheat.loader.program",
    "dev.preheat.loader.view"
  };

  /** The loader's one class that HotSpot's JVMCI hides nothing from (docs/loader.md). */
  private static final String INSTALLER = "jdk.vm.ci.hotspot.PreheatInstaller";

  @ParameterizedTest
  @EnumSource
  void classesOfAModuleLiveBelowItsRootPackage(Codebase module) {
    List<String> strangers =
        module.classes().stream()
            .filter(type -> module != Codebase.NATIVE_LOADER || !type.getName().equals(INSTALLER))
            .map(JavaClass::getPackageName)
            .filter(name -> !(name + ".").startsWith(module.rootPackage() + "."))
            .distinct()
            .sorted()
            .toList();

    assertEquals(List.of(), strangers);
  }

  @ParameterizedTest
  @EnumSource
  void aModuleDependsOnTheGroundOnly(Codebase module) {
    String[] others =
        Arrays.stream(Codebase.values())
            .filter(other -> other != module && !GROUND.contains(other))
            .map(Codebase::packages)
            .toArray(String[]::new);

    noClasses().should().dependOnClassesThat().resideInAnyPackage(others).check(module.classes());
  }

  @Test
  void hotspotDependsOnTheJdkOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(Codebase.HOTSPOT.packages(), "java..")
        .check(Codebase.HOTSPOT.classes());
  }

  @Test
  void imageFormatDependsOnHotspotOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(Codebase.IMAGE_FORMAT.packages(), Codebase.HOTSPOT.packages(), "java..")
        .check(Codebase.IMAGE_FORMAT.classes());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMPILER_CORE")
  void onlyTheCompilerNamesGraal(Codebase module) {
    noClasses().should().dependOnClassesThat().resideInAPackage(GRAAL).check(module.classes());
  }

  @Test
  void inTheCompilerOnlyTheBackendNamesGraal() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.preheat.compiler.graal..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(GRAAL)
        .check(Codebase.COMPILER_CORE.classes());
  }

  @Test
  void inTheCompilerOnlyFourPackagesNameJvmci() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.preheat.compiler.fingerprint",
            "dev.preheat.compiler.graal..",
            "dev.preheat.compiler.jvmci",
            "dev.preheat.compiler.questions")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(JVMCI, JDK_INTERNAL)
        .check(Codebase.COMPILER_CORE.classes());
  }

  @Test
  void inTheLoaderFivePackagesNameTheInsidesOfTheJdk() {
    noClasses()
        .that()
        .resideOutsideOfPackages(JDK_INTERNALS)
        .and()
        .doNotHaveFullyQualifiedName(INSTALLER)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(JVMCI, JDK_INTERNAL)
        .check(Codebase.NATIVE_LOADER.classes());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"COMPILER_CORE", "NATIVE_LOADER"})
  void nobodyElseNamesJvmci(Codebase module) {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(JVMCI, JDK_INTERNAL)
        .check(module.classes());
  }
}
