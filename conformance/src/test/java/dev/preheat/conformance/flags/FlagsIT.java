// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.flags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.conformance.harness.Corpus;
import dev.preheat.conformance.harness.Difference;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.Run;
import dev.preheat.conformance.harness.SharedCorpus;
import dev.preheat.testkit.LoaderReport;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A program with its image under flags that change what code relies on: it does what the
 * interpreter does, whether the image is used or refused. All flags: {@link LongFlags}.
 */
@ExtendWith(SharedCorpus.class)
class FlagsIT {
  private static final Launch PROGRAM = Launch.of("dev.preheat.conformance.programs.FlagsProgram");

  /** Flags of the processor: whether it has what they switch off is the machine's affair. */
  private static final String EITHER = "either";

  private static final String REFUSED = "refused";

  private static final int FEWEST_INSTALLED = 100;

  private static final Set<String> HARMLESS =
      Set.of("code cache share reached", "already compiled");

  /** Methods that the loader did not want, of those installed. */
  private static final double HIGHEST_SHARE_OF_REJECTED = 0.02;

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @CsvSource({
    // The layout of objects and classes.
    "-XX:+UseCompactObjectHeaders, refused",
    "-XX:ObjectAlignmentInBytes=16, refused",
    "-XX:-UseCompressedOops, refused",
    "-XX:-UseCompressedClassPointers, refused",
    "-XX:-EnableContended, refused",
    "-XX:ContendedPaddingWidth=64, refused",
    "-XX:-CompactStrings, refused",
    "-XX:hashCode=2, used",
    // Collectors and barriers.
    "-XX:+UseSerialGC, refused",
    "-XX:+UseParallelGC, refused",
    "-XX:+UseZGC, refused",
    "-XX:GCCardSizeInBytes=1024, refused",
    "-XX:GCCardSizeInBytes=256, refused",
    "-XX:+UseCondCardMark, refused",
    "-XX:G1HeapRegionSize=32m, used",
    "-XX:+VerifyBeforeGC, used",
    // The heap and allocation.
    "-XX:HeapBaseMinAddress=40g, refused",
    "-XX:-UseTLAB, refused",
    "-XX:+ZeroTLAB, used",
    "-XX:TLABSize=4k, used",
    "-XX:+AlwaysPreTouch, used",
    // The code cache.
    "-XX:ReservedCodeCacheSize=16m, used",
    "-XX:-SegmentedCodeCache, used",
    "-XX:ReservedCodeCacheSize=2g, either",
    "-XX:CodeEntryAlignment=16, refused",
    "-XX:CodeEntryAlignment=64, used",
    // Stacks, locks, safepoints.
    "-XX:StackShadowPages=40, refused",
    "-XX:LockingMode=1, refused",
    "-XX:GuaranteedSafepointInterval=1, used",
    "-XX:+PreserveFramePointer, refused",
    // The processor and its intrinsics.
    "-XX:UseAVX=1, either",
    "-XX:UseSSE=3, either",
    "-XX:-UseBMI1Instructions, either",
    "-XX:-UseFMA, either",
    "-XX:MaxVectorSize=16, either",
    "-XX:-UseCRC32Intrinsics, either",
    "-XX:-UseCLMUL, either",
    "-XX:-UseAESIntrinsics, either",
    "-XX:-UseLibmIntrinsic, refused",
    "-XX:-InlineMathNatives, refused",
    "-XX:DisableIntrinsic=_dpow, refused",
    "-XX:AutoBoxCacheMax=1000, used",
    // JVMCI, the JIT, archives.
    "-XX:-EnableJVMCI, refused",
    "-XX:-TieredCompilation, used",
    "-XX:TieredStopAtLevel=1, used",
    "-XX:-UseSharedSpaces, used",
    "-XX:ArchiveRelocationMode=0, used",
    "-XX:-BytecodeVerificationRemote, used"
  })
  void doesTheSame(String option, String expected, Corpus corpus) throws Exception {
    Run run = run(corpus, option, "-Dpreheat.mode=auto");
    String output = corpus.expected(PROGRAM);
    if (!output.equals(run.output())) {
      // Some flags show in stack traces.
      output = run(corpus, option, "-Dpreheat.mode=off").output();
    }
    Difference.check(output, run);
    LoaderReport report = run.report();
    if (!expected.equals(EITHER)) {
      assertEquals(expected, report.status(), report.reason());
    }
    if (report.status().equals(REFUSED)) {
      assertTrue(report.reason().contains("expected"), report.reason());
      assertEquals(0, report.installed());
    } else {
      assertTrue(report.installed() >= FEWEST_INSTALLED, () -> "installed " + report.installed());
      assertTrue(
          report.rejected() - harmless(report) <= HIGHEST_SHARE_OF_REJECTED * report.installed(),
          () -> "rejected " + report.missing());
    }
  }

  /** A small code cache holds a part of the image only, and the JIT may be faster with some. */
  private static long harmless(LoaderReport report) {
    return report.missing().values().stream().filter(HARMLESS::contains).count();
  }

  private static Run run(Corpus corpus, String option, String mode) throws Exception {
    // Others run in the same directory at the same time.
    String label = "flags" + option.replaceAll("[^A-Za-z0-9]", "") + mode.replaceAll(".*=", "-");
    return corpus.run(label, PROGRAM, "-Xmn2m", "-Xmx64m", "-Xlog:disable", option, mode);
  }
}
