// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.select;

import dev.preheat.compiler.jvmci.LoadedSymbols;
import dev.preheat.compiler.jvmci.LoadedSymbols.MethodBody;
import dev.preheat.compiler.outcome.OmissionReason;
import dev.preheat.format.contract.CompileRequest;
import dev.preheat.format.contract.InstallPolicy;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.trace.Invocations;
import dev.preheat.format.trace.LoaderRole;
import dev.preheat.format.trace.MethodId;
import dev.preheat.format.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which traced methods are compiled.
 *
 * @param candidates in the order in which they are installed: what the program is known to run
 *     often, what tests run often, the rest; each hottest first
 * @param leftOut the others, with the reason
 */
public record Selection(List<Candidate> candidates, List<Omission> leftOut) {

  /**
   * A method to compile.
   *
   * @param weight how much time it took in training: of the program alone, if that ran it
   * @param ofProgram whether the program ran it, and not just a test
   */
  public record Candidate(MethodSymbol symbol, long weight, boolean ofProgram) {
    public boolean isHot() {
      return Selection.isHot(weight);
    }
  }

  /** A method that is not compiled. */
  public record Omission(MethodSymbol symbol, OmissionReason reason, String detail) {}

  /** HotSpot gives up on methods whose bytecode is longer (flag HugeMethodLimit). */
  private static final int HUGE_METHOD_BYTES = 8000;

  public static Selection of(
      Trace trace, Trace programTrace, LoadedSymbols world, CompileRequest request) {
    ClassFilter filter =
        new ClassFilter(request.includes(), request.excludes(), request.includeJdk());
    List<Candidate> candidates = new ArrayList<>();
    List<Omission> leftOut = new ArrayList<>();
    for (Map.Entry<MethodId, Invocations> entry : trace.methods().entrySet()) {
      MethodId id = entry.getKey();
      Invocations ran = entry.getValue();
      MethodSymbol symbol = LoadedSymbols.symbol(id);
      Optional<MethodBody> method = world.body(symbol);
      Optional<OmissionReason> reason = reason(id, ran, method, world, filter, request);
      if (reason.isPresent()) {
        leftOut.add(new Omission(symbol, reason.get(), ""));
      } else {
        Invocations inProgram = programTrace.methods().get(id);
        candidates.add(
            inProgram == null
                ? new Candidate(symbol, weight(ran), false)
                : new Candidate(symbol, weight(inProgram), true));
      }
    }
    candidates.sort(
        Comparator.comparing(Candidate::isHot)
            .thenComparing(candidate -> candidate.isHot() && candidate.ofProgram())
            .thenComparingLong(Candidate::weight)
            .reversed()
            .thenComparing(Candidate::symbol));
    return new Selection(candidates, leftOut);
  }

  private static boolean isHot(long weight) {
    return weight >= InstallPolicy.HOT_WEIGHT;
  }

  private static long weight(Invocations ran) {
    return Math.max(1, ran.count()) + ran.loops();
  }

  private static Optional<OmissionReason> reason(
      MethodId id,
      Invocations ran,
      Optional<MethodBody> method,
      LoadedSymbols world,
      ClassFilter filter,
      CompileRequest request) {
    String holder = id.holder().name();
    if (id.holder().loader() == LoaderRole.OTHER) {
      return Optional.of(OmissionReason.OTHER_LOADER);
    }
    if (LoadedSymbols.isHidden(holder)) {
      return Optional.of(OmissionReason.HIDDEN_CLASS);
    }
    if (LoadedSymbols.isCompilerClass(holder)) {
      return Optional.of(OmissionReason.COMPILER_CLASS);
    }
    if (!filter.includes(id.holder())) {
      return Optional.of(OmissionReason.NOT_INCLUDED);
    }
    if (holder.startsWith("java/lang/invoke/") && holder.endsWith("$Holder")) {
      // The archive of classes has its own versions of these, with other methods.
      return Optional.of(OmissionReason.REWRITTEN_BY_THE_VM);
    }
    if (id.name().equals("<clinit>") && !isHot(weight(ran))) {
      return Optional.of(OmissionReason.CLASS_INITIALIZER);
    }
    if (ran.count() + ran.loops() < request.minimumInvocations()) {
      return Optional.of(OmissionReason.TOO_FEW_RUNS);
    }
    if (method.isEmpty()) {
      return Optional.of(
          world.isMissing(holder) ? OmissionReason.CLASS_MISSING : OmissionReason.METHOD_MISSING);
    }
    if (!method.get().hasBytecode()) {
      return Optional.of(OmissionReason.NO_BYTECODE);
    }
    return method.get().bytes() > HUGE_METHOD_BYTES
        ? Optional.of(OmissionReason.TOO_LARGE)
        : Optional.empty();
  }
}
