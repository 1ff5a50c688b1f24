// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.flags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.LoaderReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndingTest {
  private static final String EXPECTED = "done\n";
  private static final Ending AS_ALWAYS = ending(0, EXPECTED, "");
  private static final Ending OTHER_OUTPUT = ending(0, "wrong\n", "");
  private static final Ending FAILURE = ending(1, "", "Exception in thread main");
  private static final Ending DOES_NOT_START =
      ending(1, "", "Error: Could not create the Java Virtual Machine.\n");
  private static final Ending CRASH = ending(134, EXPECTED, "");
  private static final Ending HANGS = Ending.of(Optional.empty(), EXPECTED);

  @Test
  void endingsHaveNames() {
    assertEquals("as always", AS_ALWAYS.toString());
    assertEquals("exit code 0, output cf923a74", OTHER_OUTPUT.toString());
    assertEquals("exit code 1, output 0", FAILURE.toString());
    assertEquals("exit code 3", ending(3, EXPECTED, "").toString());
    assertEquals("does not start", DOES_NOT_START.toString());
    assertEquals("crash", CRASH.toString());
    assertEquals("hangs", HANGS.toString());
    assertEquals("not run", Ending.NOT_RUN.toString());
  }

  @Test
  void aCrashIsOneWhateverTheExitCode() {
    String fatal = "# A fatal error has been detected by the Java Runtime Environment:\n";

    assertEquals("crash", ending(1, fatal, "").toString());
    assertEquals("crash", ending(1, "", fatal).toString());
    assertEquals("crash", ending(139, "", "").toString());
  }

  @Test
  void theSameAndBetterAreRight() {
    for (Ending each : new Ending[] {AS_ALWAYS, FAILURE, DOES_NOT_START, CRASH, HANGS}) {
      assertTrue(each.isRightAfter(each), each::toString);
      assertTrue(AS_ALWAYS.isRightAfter(each), each::toString);
    }
    assertTrue(OTHER_OUTPUT.isRightAfter(OTHER_OUTPUT));
    assertTrue(Ending.NOT_RUN.isRightAfter(HANGS));
  }

  @Test
  void nothingElseIsRightWhereTheProgramDoesItsWork() {
    for (Ending each : new Ending[] {OTHER_OUTPUT, FAILURE, DOES_NOT_START, CRASH, HANGS}) {
      assertFalse(each.isRightAfter(AS_ALWAYS), each::toString);
    }
    assertFalse(AS_ALWAYS.isRightAfter(OTHER_OUTPUT), "an option that the image's code ignores");
    assertFalse(FAILURE.isRightAfter(OTHER_OUTPUT));
    assertFalse(ending(0, "wrong, too\n", "").isRightAfter(OTHER_OUTPUT));
  }

  @Test
  void whatFailsMayFailInAnotherWayButNotCrashOrHang() {
    assertTrue(FAILURE.isRightAfter(DOES_NOT_START));
    assertTrue(DOES_NOT_START.isRightAfter(FAILURE));
    assertTrue(FAILURE.isRightAfter(CRASH));
    assertFalse(CRASH.isRightAfter(FAILURE));
    assertFalse(CRASH.isRightAfter(DOES_NOT_START));
    for (Ending each : new Ending[] {FAILURE, DOES_NOT_START, CRASH}) {
      assertFalse(HANGS.isRightAfter(each), each::toString);
      assertFalse(OTHER_OUTPUT.isRightAfter(each), each::toString);
    }
  }

  @Test
  void theLoaderHasToSayWhatBecameOfTheImage() {
    assertEquals(AS_ALWAYS, AS_ALWAYS.withReport(report("used", "")));
    assertEquals(AS_ALWAYS, AS_ALWAYS.withReport(report("refused", "flag UseG1GC")));
    Ending silent = AS_ALWAYS.withReport(null);
    assertEquals("no report", silent.toString());
    assertEquals(silent, AS_ALWAYS.withReport(report("refused", "")));
    assertFalse(silent.isRightAfter(AS_ALWAYS));
    assertEquals(CRASH, CRASH.withReport(null));
  }

  private static Ending ending(int exitCode, String output, String errors) {
    return Ending.of(Optional.of(new ChildJvm.Result(exitCode, output, errors)), EXPECTED);
  }

  private static LoaderReport report(String status, String reason) {
    return new LoaderReport(status, reason, 0, 0, 0, 0, Map.of(), List.of());
  }
}
