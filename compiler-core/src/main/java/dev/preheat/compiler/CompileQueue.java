// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler;

import dev.preheat.compiler.jvmci.CompiledCode;
import dev.preheat.compiler.outcome.CompilerFailure;
import dev.preheat.compiler.outcome.OmissionException;
import dev.preheat.compiler.outcome.OmissionReason;
import dev.preheat.compiler.select.Selection.Candidate;
import dev.preheat.compiler.select.Selection.Omission;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.hotspot.UnknownVmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Compiles candidates on several threads; the result does not depend on their number. */
final class CompileQueue {

  /** Graal recurses deeply over large graphs. */
  private static final long STACK_BYTES = 64L << 20;

  /** A method and its code. */
  record CompiledMethod(Candidate candidate, CompiledCode code) {}

  /**
   * What was compiled, in the order of the candidates, and what was not.
   *
   * @param failures bugs of the compiler among what was left out
   */
  record Result(
      List<CompiledMethod> methods, List<Omission> leftOut, List<CompilerFailure> failures) {}

  /** What compiles one method, for several threads. */
  interface Compiler {
    /**
     * Compiles.
     *
     * @param forProgram whether the program is known to run it, so that the code is for the program
     *     alone
     * @param inline whether callees are inlined, beyond trivial ones
     */
    CompiledCode compile(MethodSymbol method, boolean forProgram, boolean inline)
        throws OmissionException;
  }

  private final Compiler compiler;
  private final int threads;

  CompileQueue(Compiler compiler, int threads) {
    this.compiler = compiler;
    this.threads = threads;
  }

  Result compile(List<Candidate> candidates) throws InterruptedException, ExecutionException {
    List<CompiledMethod> methods = new ArrayList<>();
    List<Omission> leftOut = new ArrayList<>();
    List<CompilerFailure> failures = new ArrayList<>();
    try (ExecutorService executor =
        Executors.newFixedThreadPool(
            threads, work -> new Thread(null, work, "compile", STACK_BYTES))) {
      List<Future<CompiledCode>> futures = new ArrayList<>();
      for (Candidate candidate : candidates) {
        futures.add(
            executor.submit(
                () ->
                    compiler.compile(
                        candidate.symbol(), candidate.ofProgram(), candidate.isHot())));
      }
      for (int i = 0; i < futures.size(); i++) {
        Candidate candidate = candidates.get(i);
        try {
          methods.add(new CompiledMethod(candidate, futures.get(i).get()));
        } catch (ExecutionException e) {
          Throwable cause = e.getCause();
          leftOut.add(omission(candidate, cause));
          if (!(cause instanceof OmissionException)) {
            failures.add(new CompilerFailure(candidate.symbol(), cause));
          }
        }
      }
    }
    return new Result(methods, leftOut, failures);
  }

  private static Omission omission(Candidate candidate, Throwable cause) throws ExecutionException {
    if (cause instanceof OmissionException expected) {
      return new Omission(candidate.symbol(), expected.reason(), expected.getMessage());
    }
    if (cause instanceof OutOfMemoryError) {
      throw new ExecutionException(cause);
    }
    if (cause instanceof UnknownVmException unknown) {
      throw unknown;
    }
    // A bug of the compiler costs the method, not the image.
    return new Omission(candidate.symbol(), OmissionReason.COMPILER_FAILURE, String.valueOf(cause));
  }
}
