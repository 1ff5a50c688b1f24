package dev.preheat.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may know whom: the layers of ARCHITECTURE.md, and who may name JVMCI and Graal. */
class LayersTest {
  private static final String GRAAL = "jdk.graal.compiler..";
  private static final String JVMCI = "jdk.vm.ci..";
  private static final String JDK_INTERNAL = "jdk.internal..";

  /** The loader's one class that HotSpot's JVMCI hides nothing from (ARCHITECTURE.md, Loader). */
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
  void aModuleDependsOnImageFormatOnly(Codebase module) {
    String[] others =
        Arrays.stream(Codebase.values())
            .filter(other -> other != module && other != Codebase.IMAGE_FORMAT)
            .map(Codebase::packages)
            .toArray(String[]::new);

    noClasses().should().dependOnClassesThat().resideInAnyPackage(others).check(module.classes());
  }

  @Test
  void imageFormatDependsOnTheJdkOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(Codebase.IMAGE_FORMAT.packages(), "java..")
        .check(Codebase.IMAGE_FORMAT.classes());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMPILER_CORE")
  void onlyTheCompilerNamesGraal(Codebase module) {
    noClasses().should().dependOnClassesThat().resideInAPackage(GRAAL).check(module.classes());
  }

  @Test
  void inTheCompilerOnlyOnePackageNamesGraal() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.preheat.compiler.graal")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(GRAAL)
        .check(Codebase.COMPILER_CORE.classes());
  }

  @Test
  void inTheCompilerOnlyTwoPackagesNameJvmci() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.preheat.compiler.graal", "dev.preheat.compiler.jvmci")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(JVMCI, JDK_INTERNAL)
        .check(Codebase.COMPILER_CORE.classes());
  }

  @Test
  void inTheLoaderOnlyOnePackageNamesJvmci() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.preheat.loader.hotspot")
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
