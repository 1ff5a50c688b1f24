// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.preheat.architecture.offender.Here;
import dev.preheat.architecture.offender.there.There;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rooms of the house: no package needs one that needs it, and none is too full. */
class PackagesTest {

  private static final int MOST_CLASSES = 20;

  /**
   * Packages with more classes than that, and how many they may have: both are one thing each, and
   * all of it is of one kind.
   */
  private static final Map<String, Integer> LARGER =
      Map.of("dev.preheat.format.elf", 25, "dev.preheat.format.trace", 30);

  @ParameterizedTest
  @EnumSource
  void noPackageNeedsOneThatNeedsIt(Codebase module) {
    assertEquals("", cycles(module.classes()));
  }

  @Test
  void packagesThatNeedEachOtherAreFound() {
    JavaClasses offenders = new ClassFileImporter().importClasses(Here.class, There.class);

    assertTrue(cycles(offenders).contains("Cycle detected"), cycles(offenders));
  }

  @ParameterizedTest
  @EnumSource
  void noPackageIsTooFull(Codebase module) {
    assertEquals(Map.of(), tooFull(module.classes(), MOST_CLASSES));
  }

  @Test
  void aPackageThatIsTooFullIsFound() {
    JavaClasses offenders = new ClassFileImporter().importClasses(Here.class);

    assertFalse(tooFull(offenders, 0).isEmpty());
  }

  private static String cycles(JavaClasses classes) {
    EvaluationResult result =
        slices().assignedFrom(new ByPackage()).should().beFreeOfCycles().evaluate(classes);
    return result.hasViolation() ? result.getFailureReport().toString() : "";
  }

  private static Map<String, Long> tooFull(JavaClasses classes, int most) {
    Map<String, Long> sizes =
        classes.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
    sizes.entrySet().removeIf(each -> each.getValue() <= LARGER.getOrDefault(each.getKey(), most));
    return sizes;
  }

  /** Every package for itself, the JDK and libraries left out. */
  private static final class ByPackage implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return type.getPackageName().startsWith("dev.preheat.")
          ? SliceIdentifier.of(type.getPackageName())
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
