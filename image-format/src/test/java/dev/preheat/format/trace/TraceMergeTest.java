// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TraceMergeTest {
  private static final ClassId MAIN = new ClassId(LoaderRole.APP, "com/acme/Main");
  private static final MethodId RUN = new MethodId(MAIN, "run", "()V");

  @Provide
  static Arbitrary<Trace> traces() {
    return Traces.any();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void isCommutative(@ForAll("traces") Trace a, @ForAll("traces") Trace b) {
    assertEquals(a.merge(b), b.merge(a));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void isAssociative(
      @ForAll("traces") Trace a, @ForAll("traces") Trace b, @ForAll("traces") Trace c) {
    assertEquals(a.merge(b).merge(c), a.merge(b.merge(c)));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theEmptyTraceChangesNothing(@ForAll("traces") Trace trace) {
    assertEquals(trace, trace.merge(Trace.empty()));
    assertEquals(trace, Trace.empty().merge(trace));
  }

  @Test
  void countsAddAndTheHighestTierWins() {
    assertEquals(
        new Invocations(5, 70, 3),
        merged(new Invocations(2, 30, 1), new Invocations(3, 40, 3)).methods().get(RUN));
  }

  @Test
  void countsStopAtTheLargest() {
    assertEquals(
        new Invocations(Long.MAX_VALUE, Long.MAX_VALUE, 0),
        merged(
                new Invocations(Long.MAX_VALUE, 1, 0),
                new Invocations(Long.MAX_VALUE, Long.MAX_VALUE, 0))
            .methods()
            .get(RUN));
  }

  @Test
  void initializedWinsAndEveryDigestIsKept() {
    String some = "0".repeat(64);
    String other = "1".repeat(64);
    TraceBuilder trace = new TraceBuilder();
    trace.addClass(MAIN, new ClassRecord(true, new TreeSet<>(List.of(some))));
    trace.addClass(MAIN, new ClassRecord(false, new TreeSet<>(List.of(other))));

    assertEquals(
        new ClassRecord(true, new TreeSet<>(List.of(some, other))),
        trace.build().classes().get(MAIN));
  }

  @Test
  void combinationsAreToldApartUpToTheLimit() {
    ArgumentCombinations atLimit = combinations(ArgumentCombinations.LIMIT);

    assertFalse(atLimit.isMany());
    assertEquals(ArgumentCombinations.LIMIT, atLimit.counts().size());
    assertEquals(atLimit.counts().keySet(), atLimit.merge(atLimit).counts().keySet());
  }

  @Test
  void aboveTheLimitAllBecomeOneWithTheSum() {
    int types = ArgumentCombinations.LIMIT + 1;
    ArgumentCombinations many = combinations(types);

    assertTrue(many.isMany());
    assertEquals(1, many.counts().size());
    assertEquals(types * (types + 1L) / 2, many.counts().get(ArgumentTypes.MANY));
    assertTrue(many.merge(combinations(1)).isMany());
    assertTrue(combinations(1).merge(many).isMany());
  }

  @Test
  void ofProfilesWithAnotherCodeLengthTheLongerWins() {
    MethodProfile shorter = profile(9, new Branch(1, 2));
    MethodProfile longer = profile(10, new Branch(3, 4));

    assertEquals(longer, shorter.merge(longer));
    assertEquals(longer, longer.merge(shorter));
    assertEquals(profile(10, new Branch(6, 8)), longer.merge(longer));
  }

  @Test
  void aTraceDoesNotChangeWithItsOrigin() {
    TreeSet<String> digests = new TreeSet<>(List.of("0".repeat(64)));
    ClassRecord record = new ClassRecord(true, digests);
    digests.clear();

    assertEquals(1, record.digests().size());
    assertThrows(UnsupportedOperationException.class, () -> record.digests().clear());
  }

  @Test
  void whatCannotBeIsRefused() {
    TreeSet<String> noDigest = new TreeSet<>(List.of("A".repeat(64)));
    assertThrows(IllegalArgumentException.class, () -> new ClassRecord(true, noDigest));
    assertThrows(IllegalArgumentException.class, () -> new Invocations(-1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Invocations(0, 0, 5));
    assertThrows(IllegalArgumentException.class, () -> new ClassId(LoaderRole.APP, ""));
    assertThrows(IllegalArgumentException.class, () -> profile(0, new Branch(0, 0)));
    assertThrows(IllegalArgumentException.class, () -> new Branch(0, -1));
    assertThrows(IllegalArgumentException.class, () -> LoaderRole.of("App"));
  }

  private static Trace merged(Invocations some, Invocations others) {
    TraceBuilder first = new TraceBuilder();
    first.addInvocations(RUN, some);
    TraceBuilder second = new TraceBuilder();
    second.addInvocations(RUN, others);
    return first.build().merge(second.build());
  }

  /** As many as the number says, the first called once, the second twice, and so on. */
  private static ArgumentCombinations combinations(int number) {
    TreeMap<ArgumentTypes, Long> counts = new TreeMap<>();
    for (int i = 1; i <= number; i++) {
      counts.put(new ArgumentTypes("com/acme/Type" + i, List.of()), (long) i);
    }
    return new ArgumentCombinations(counts);
  }

  private static MethodProfile profile(int codeLength, Branch branch) {
    TreeMap<Integer, Branch> branches = new TreeMap<>();
    branches.put(0, branch);
    return new MethodProfile(
        codeLength, branches, new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
  }
}
