// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.conformance.harness.Corpus;
import dev.preheat.conformance.harness.Difference;
import dev.preheat.conformance.harness.InstalledMethods;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.Run;
import dev.preheat.conformance.harness.SharedCorpus;
import dev.preheat.format.image.describe.ImageDescription;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.read.ImageReader;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that code of the image makes are finalized, cleaned up and cleared as all others. */
@ExtendWith(SharedCorpus.class)
class ReferencesIT {
  private static final String PROGRAM = "dev.preheat.conformance.programs.ReferencesProgram";

  /** The VM then clears soft references as soon as weak ones. */
  private static final String SOFT = "-XX:SoftRefLRUPolicyMSPerMB=0";

  @Test
  void everyReferenceIsClearedAndEveryActionRuns(Corpus corpus) throws Exception {
    Launch soft = Launch.of(PROGRAM, "soft");
    String expected = corpus.interpret(soft, SOFT);
    assertTrue(expected.contains("soft: found 40 cleared 40 left 0"), expected);
    assertFalse(Pattern.compile(" missing [^0]").matcher(expected).find(), expected);

    Run run = corpus.run("soft", soft, SOFT);

    Difference.check(expected, run);
    InstalledMethods.checkAll(corpus, soft, run.report());
  }

  /** Constructors that the constructor of Object is inlined into tell the VM of the object. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$Finalized.<init>(Ljava/lang/String;I)V",
        "$Resurrecting.<init>(I)V",
        "$Throwing.<init>()V",
        "$1.<init>(I)V"
      })
  void finalizersAreRegistered(String constructor, Corpus corpus) throws Exception {
    ImageModel image = ImageReader.read(corpus.image().file());

    assertRefersTo("stub registerFinalizer(Object)void", image, PROGRAM + constructor);
    assertRefersTo(
        "address SharedRuntime::register_finalizer", image, "registerFinalizer(Object)void");
    assertTrue(corpus.image().compiled().contains(PROGRAM + constructor), constructor);
  }

  private static void assertRefersTo(String target, ImageModel image, String method) {
    List<String> lines = ImageDescription.method(image, method);
    assertEquals(method, lines.isEmpty() ? "not in the image" : lines.get(0));
    assertTrue(lines.stream().anyMatch(line -> line.contains(": " + target)), lines::toString);
  }
}
