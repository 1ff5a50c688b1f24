// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the corpus of all programs, which is compiled once. */
public final class SharedCorpus implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SharedCorpus.class);

  /** How all programs are started: those whose class is named so. */
  public static List<Launch> programs() throws IOException {
    return Sources.ofPrograms().names().stream()
        .filter(name -> name.endsWith("Program"))
        .map(Launch::of)
        .toList();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Corpus.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Corpus.class, key -> compile(), Corpus.class);
  }

  private static Corpus compile() {
    try {
      return Corpus.compile("programs", Sources.ofPrograms(), programs());
    } catch (IOException e) {
      throw new IllegalStateException("cannot make the corpus", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
