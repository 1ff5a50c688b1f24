// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.compiler.outcome.CompilerFailure;
import dev.preheat.compiler.outcome.OmissionException;
import dev.preheat.compiler.outcome.OmissionReason;
import dev.preheat.compiler.select.Selection.Candidate;
import dev.preheat.compiler.select.Selection.Omission;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.hotspot.UnknownVmException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** What becomes of a method that cannot be compiled. */
class CompileQueueTest {

  private static final MethodSymbol FIRST = method("first");
  private static final MethodSymbol SECOND = method("second");
  private static final List<Candidate> CANDIDATES =
      List.of(new Candidate(FIRST, 2, false), new Candidate(SECOND, 1, false));

  @Test
  void aBugOfTheCompilerCostsOneMethod() throws Exception {
    CompileQueue queue =
        new CompileQueue(
            (method, forProgram, inline) -> {
              if (method.equals(FIRST)) {
                throw new OmissionException(OmissionReason.BAILOUT, "too difficult");
              }
              throw new AssertionError("no such node");
            },
            2);

    CompileQueue.Result result = queue.compile(CANDIDATES);

    assertEquals(List.of(), result.methods());
    assertEquals(
        List.of(
            new Omission(FIRST, OmissionReason.BAILOUT, "too difficult"),
            new Omission(
                SECOND, OmissionReason.COMPILER_FAILURE, "java.lang.AssertionError: no such node")),
        result.leftOut());
    assertEquals(List.of(SECOND), result.failures().stream().map(CompilerFailure::method).toList());
  }

  @Test
  void withoutMemoryNothingGoesOn() {
    CompileQueue queue =
        new CompileQueue(
            (method, forProgram, inline) -> {
              throw new OutOfMemoryError("as asked");
            },
            1);

    ExecutionException e = assertThrows(ExecutionException.class, () -> queue.compile(CANDIDATES));
    assertEquals("java.lang.OutOfMemoryError: as asked", e.getMessage());
  }

  /** It would be the same with every method, and be told nowhere but in a file of stacks. */
  @Test
  void whatTheJvmLacksIsToldOnce() {
    CompileQueue queue =
        new CompileQueue(
            (method, forProgram, inline) -> {
              throw new UnknownVmException("has no field java.lang.Integer.value");
            },
            2);

    UnknownVmException e = assertThrows(UnknownVmException.class, () -> queue.compile(CANDIDATES));
    assertTrue(e.getMessage().contains(" has no field java.lang.Integer.value; "), e.getMessage());
  }

  @Test
  void everyReasonHasItsText() {
    assertEquals("failure in the compiler", OmissionReason.COMPILER_FAILURE.text());
  }

  private static MethodSymbol method(String name) {
    return new MethodSymbol(new ClassSymbol(ClassRole.APP, "a/B"), name, "()V");
  }
}
