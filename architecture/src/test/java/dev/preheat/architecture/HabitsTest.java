// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that hold in every module. */
class HabitsTest {
  private static final int MAXIMUM_LINES = 400;

  @Test
  void onlyEntryPointsUseTheStandardStreamsAndExit() {
    standardStreamsAndExitAreForEntryPoints().check(Codebase.allClasses());
  }

  @Test
  void useOfTheStandardStreamsAndExitIsFound() {
    EvaluationResult result =
        standardStreamsAndExitAreForEntryPoints().evaluate(classesOf(Offender.class));

    assertEquals(3, result.getFailureReport().getDetails().size());
  }

  @Test
  void noFieldIsStaticAndMutable() {
    assertEquals(List.of(), staticMutableFields(Codebase.allClasses()));
  }

  @Test
  void aFieldThatIsStaticAndMutableIsFound() {
    assertEquals(
        List.of(Offender.class.getName() + ".count"),
        staticMutableFields(classesOf(Offender.class)));
  }

  @Test
  void noSourceIsTooLong() throws IOException {
    assertEquals(List.of(), tooLong(Codebase.sources()));
  }

  @Test
  void aSourceThatIsTooLongIsFound(@TempDir Path directory) throws IOException {
    Path source = Files.writeString(directory.resolve("A.java"), "\n".repeat(MAXIMUM_LINES + 1));

    assertEquals(List.of(source + ": 401 lines, at most 400"), tooLong(List.of(source)));
  }

  private static List<String> tooLong(Iterable<Path> sources) throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path source : sources) {
      int lines = Files.readAllLines(source).size();
      if (lines > MAXIMUM_LINES) {
        tooLong.add(source + ": " + lines + " lines, at most " + MAXIMUM_LINES);
      }
    }
    return tooLong;
  }

  /** A class that a JVM starts from: one named {@code Main}, or an agent's. */
  private static boolean isEntryPoint(JavaClass type) {
    return type.getSimpleName().equals("Main")
        || type.getMethods().stream().anyMatch(method -> method.getName().equals("premain"));
  }

  private static ArchRule standardStreamsAndExitAreForEntryPoints() {
    return noClasses()
        .that(describe("are no entry points", type -> !isEntryPoint(type)))
        .should()
        .accessTargetWhere(usesStandardStreamsOrExit());
  }

  private static List<String> staticMutableFields(JavaClasses classes) {
    return classes.stream()
        .flatMap(type -> type.getFields().stream())
        .filter(HabitsTest::isStaticAndMutable)
        .map(JavaField::getFullName)
        .sorted()
        .toList();
  }

  private static JavaClasses classesOf(Class<?> type) {
    return new ClassFileImporter().importClasses(type);
  }

  private static boolean isStaticAndMutable(JavaField field) {
    Set<?> modifiers = field.getModifiers();
    return modifiers.contains(STATIC)
        && !modifiers.contains(FINAL)
        && !modifiers.contains(SYNTHETIC);
  }

  private static DescribedPredicate<JavaAccess<?>> usesStandardStreamsOrExit() {
    return describe(
        "is System.in, out, err or exit, Runtime.exit or halt, or prints a stack trace",
        access -> {
          String name = access.getTarget().getName();
          JavaClass owner = access.getTargetOwner();
          if (owner.isEquivalentTo(System.class)) {
            return Set.of("in", "out", "err", "exit").contains(name);
          }
          if (owner.isEquivalentTo(Runtime.class)) {
            return Set.of("exit", "halt").contains(name);
          }
          return name.equals("printStackTrace")
              && owner.isAssignableTo(Throwable.class)
              && access.getTarget().getFullName().endsWith("()");
        });
  }

  /** Breaks the rules, to show that they notice; never run. */
  private static final class Offender {
    private static int count;

    private Offender() {}

    @SuppressWarnings("unused") // Its bytecode is what the tests read.
    static void offend(Exception e) {
      count++;
      System.err.println(count);
      e.printStackTrace();
      System.exit(count);
    }
  }
}
