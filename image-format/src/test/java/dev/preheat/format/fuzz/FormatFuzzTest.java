// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.elf.ElfTarget;
import dev.preheat.format.image.ImageTarget;
import dev.preheat.format.trace.TraceTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The readers refuse what is damaged, with their own exceptions, and understand the rest. */
class FormatFuzzTest {

  /** Something that takes the bytes of a file. */
  private interface Target {
    void test(byte[] input) throws IOException;
  }

  @Test
  void tracesOfTheCorpus() throws IOException {
    TraceTarget.fuzzerTestOneInput(TraceTarget.seed());
    test(TraceTarget.class, TraceTarget::fuzzerTestOneInput);
  }

  @Test
  void imagesOfTheCorpus() throws IOException {
    ImageTarget.fuzzerTestOneInput(ImageTarget.seed());
    test(ImageTarget.class, ImageTarget::fuzzerTestOneInput);
  }

  @Test
  void sharedObjectsOfTheCorpus() throws IOException {
    ElfTarget.fuzzerTestOneInput(ElfTarget.seed());
    test(ElfTarget.class, ElfTarget::fuzzerTestOneInput);
  }

  @Test
  @EnabledIfSystemProperty(named = Fuzzing.SECONDS, matches = "[1-9].*")
  void fuzzTraces() throws IOException, InterruptedException {
    fuzz(TraceTarget.class, TraceTarget.seed());
  }

  @Test
  @EnabledIfSystemProperty(named = Fuzzing.SECONDS, matches = "[1-9].*")
  void fuzzImages() throws IOException, InterruptedException {
    fuzz(ImageTarget.class, ImageTarget.seed());
  }

  @Test
  @EnabledIfSystemProperty(named = Fuzzing.SECONDS, matches = "[1-9].*")
  void fuzzSharedObjects() throws IOException, InterruptedException {
    fuzz(ElfTarget.class, ElfTarget.seed());
  }

  private static void fuzz(Class<?> target, byte[] seed) throws IOException, InterruptedException {
    Fuzzing.Outcome outcome = Fuzzing.run(target, seed, List.of(), List.of());

    assertEquals("", outcome.finding());
    assertTrue(outcome.inputs() > 0);
  }

  private static void test(Class<?> type, Target target) throws IOException {
    List<Path> corpus = Fuzzing.corpus(type);
    assertFalse(corpus.isEmpty());
    for (Path input : corpus) {
      target.test(Files.readAllBytes(input));
    }
  }
}
