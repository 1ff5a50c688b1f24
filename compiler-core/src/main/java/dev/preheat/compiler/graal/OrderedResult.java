// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal;

import dev.preheat.compiler.jvmci.LoadedSymbols;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import jdk.graal.compiler.code.CompilationResult;
import jdk.graal.compiler.core.common.CompilationIdentifier;
import jdk.vm.ci.meta.Assumptions.Assumption;
import jdk.vm.ci.meta.ResolvedJavaMethod;

/**
 * A result in an order of its own: Graal collects assumptions and inlined methods in that of
 * identity hashes, which differs from process to process. The methods of Graal's snippets are not
 * among the inlined ones: a stock JVM does not have them, and nobody redefines them.
 */
final class OrderedResult extends CompilationResult {

  OrderedResult(CompilationIdentifier id) {
    super(id);
  }

  @Override
  public void setMethods(
      ResolvedJavaMethod rootMethod, Collection<ResolvedJavaMethod> inlinedMethods) {
    super.setMethods(rootMethod, inlinedMethods.stream().filter(each -> !isSnippet(each)).toList());
  }

  private static boolean isSnippet(ResolvedJavaMethod method) {
    return LoadedSymbols.isCompilerClass(method.getDeclaringClass().getName().substring(1));
  }

  /** Sorts what the VM gets as lists; the root stays the first method. */
  void sort() {
    Assumption[] assumptions = getAssumptions();
    if (assumptions != null) {
      Arrays.sort(assumptions, Comparator.comparing(Assumption::toString));
    }
    ResolvedJavaMethod[] methods = getMethods();
    if (methods != null) {
      Arrays.sort(
          methods, 1, methods.length, Comparator.comparing(each -> each.format("%H.%n(%P)%R")));
    }
  }
}
