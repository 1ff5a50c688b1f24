// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.assemble;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.MethodSubject;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DependenciesTest {

  private static final ClassSymbol OWN = new ClassSymbol(ClassRole.APP, "a/Main");
  private static final ClassSymbol OTHER = new ClassSymbol(ClassRole.APP, "a/Other");
  private static final ClassSymbol OBJECT = new ClassSymbol(ClassRole.BOOT, "java/lang/Object");
  private static final MethodSubject RUN =
      new MethodSubject(new MethodSymbol(OWN, "run", "()V"), false);

  @Test
  void aClassOfTheGraphThatCodeDoesNotDependOnIsABug() {
    String message =
        assertThrows(
                IllegalStateException.class,
                () -> Dependencies.checkGraph(RUN, set(OWN, OTHER, OBJECT), set(OWN)))
            .getMessage();

    assertEquals(
        RUN
            + " was compiled from a graph with "
            + set(OTHER, OBJECT)
            + ", and does not depend on them",
        message);
  }

  @Test
  void whatCodeDependsOnMayBeInItsGraph() {
    assertDoesNotThrow(
        () -> Dependencies.checkGraph(RUN, set(OWN, OBJECT), set(OWN, OTHER, OBJECT)));
  }

  private static SortedSet<ClassSymbol> set(ClassSymbol... classes) {
    return new TreeSet<>(List.of(classes));
  }
}
