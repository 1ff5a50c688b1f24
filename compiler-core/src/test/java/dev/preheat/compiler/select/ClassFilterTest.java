// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.select;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.LoaderRole;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassFilterTest {

  private static final ClassId OWN = new ClassId(LoaderRole.APP, "com/acme/shop/Cart");
  private static final ClassId LIST = new ClassId(LoaderRole.BOOT, "java/util/ArrayList");

  @Test
  void withoutIncludesEveryClassOfTheApplicationIsIncluded() {
    assertTrue(new ClassFilter(List.of(), List.of(), false).includes(OWN));
  }

  @Test
  void oneStarStaysWithinAPackageTwoCrossPackages() {
    assertFalse(new ClassFilter(List.of("com.acme.*"), List.of(), false).includes(OWN));
    assertTrue(new ClassFilter(List.of("com.acme.**"), List.of(), false).includes(OWN));
    assertTrue(new ClassFilter(List.of("com.acme.shop.*"), List.of(), false).includes(OWN));
    assertTrue(new ClassFilter(List.of("com.acme.shop.Car?"), List.of(), false).includes(OWN));
    assertFalse(new ClassFilter(List.of("com.acme.shop.Ca?"), List.of(), false).includes(OWN));
  }

  @Test
  void anExcludeWinsOverAnInclude() {
    assertFalse(new ClassFilter(List.of("com.**"), List.of("com.acme.**"), true).includes(OWN));
    assertFalse(new ClassFilter(List.of(), List.of("java.util.*"), true).includes(LIST));
  }

  @Test
  void theJdkIsIncludedAsAWholeWhateverTheIncludes() {
    assertTrue(new ClassFilter(List.of("com.acme.**"), List.of(), true).includes(LIST));
    assertFalse(new ClassFilter(List.of("java.**"), List.of(), false).includes(LIST));
  }

  @Test
  void patternsAreNoRegularExpressions() {
    ClassId dollar = new ClassId(LoaderRole.APP, "a/B$C");
    assertTrue(new ClassFilter(List.of("a.B$C"), List.of(), false).includes(dollar));
    assertFalse(new ClassFilter(List.of("a.B.C"), List.of(), false).includes(dollar));
  }
}
