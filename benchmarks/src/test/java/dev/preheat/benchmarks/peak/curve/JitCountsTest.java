// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.peak.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class JitCountsTest {
  @Test
  void countsCompilationsByTier() {
    JitCounts counts =
        JitCounts.of(
            """
               3     n 0       jdk.internal.misc.Unsafe::getReferenceVolatile (native)  \s
               1       3       java.lang.Object::<init> (1 bytes)
              34   !   3       java.util.concurrent.ConcurrentHashMap::putVal (432 bytes)
              40  s    2       java.util.Vector::size (5 bytes)
             512 % !   4       a.Main::run @ 12 (90 bytes)
             513       1       a.Main::size (5 bytes)
            1513   !b  4       a.Main::wait (50 bytes)
            """
                .lines()
                .toList());

    assertEquals(new JitCounts(1, 1, 2, 2, 0), counts);
  }

  @Test
  void codeThatIsGivenUpIsNoCompilation() {
    assertEquals(
        new JitCounts(0, 0, 0, 0, 2),
        JitCounts.of(
            List.of(
                "   1       3       java.lang.Object::<init> (1 bytes)   made not entrant: not used",
                " 146       4       a.A::b (18 bytes)   made not entrant: uncommon trap")));
  }

  @Test
  void otherLinesDoNotCount() {
    assertEquals(new JitCounts(0, 0, 0, 0, 0), JitCounts.of(List.of("", "### 3 (4)", "1 2 3")));
  }

  @Test
  void eachCountHasItsMedian() {
    assertEquals(
        new JitCounts(2, 3, 5, 5, 6),
        JitCounts.median(
            List.of(
                new JitCounts(1, 2, 9, 4, 6),
                new JitCounts(2, 3, 5, 5, 6),
                new JitCounts(3, 9, 1, 6, 6))));
  }
}
