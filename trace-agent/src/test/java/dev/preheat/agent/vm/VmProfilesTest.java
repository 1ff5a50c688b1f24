// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.trace.Branch;
import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.LoaderRole;
import dev.preheat.format.trace.TypeCounts;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class VmProfilesTest {
  private static final int HEADER = 16;
  private static final int DATA_SIZE = 4;
  private static final int KLASS_A = 0xa000;
  private static final int KLASS_B = 0xb000;
  private static final int KLASS_AGENT = 0xc000;
  private static final int KLASS_HIDDEN = 0xd000;
  private static final ClassId A = new ClassId(LoaderRole.APP, "A");
  private static final ClassId B = new ClassId(LoaderRole.BOOT, "B");

  private final VmProfiles profiles =
      new VmProfiles(new VmProfiles.Layout(DATA_SIZE, HEADER, 0, 1, 2, 8, 2, 2));
  private final ByteBuffer data = ByteBuffer.allocate(1 << 10).order(ByteOrder.LITTLE_ENDIAN);

  VmProfilesTest() {
    data.position(HEADER);
  }

  @Test
  void branchesHaveBothCounts() {
    record(7, 0, 5, 10, 99, 20);
    record(7, 0, 9, 0, 99, 0);

    assertEquals(Map.of(5, new Branch(10, 20)), read().branches());
  }

  @Test
  void typesHaveTheirCounts() {
    record(5, 0, 3, 0, KLASS_A, 7, KLASS_B, 8);
    record(4, 1, 6, 100, KLASS_A, 7, 0, 0);
    record(5, 0, 8, 11, KLASS_A, 7, KLASS_A, 8);
    record(5, 0, 12, 9, 0, 0, 0, 0);

    RunningProfile profile = read();

    assertEquals(
        Map.of(
            3, types(Map.of(A, 7L, B, 8L), 0),
            6, types(Map.of(A, 7L), 0),
            8, types(Map.of(A, 15L), 11)),
        profile.types());
    assertEquals(Set.of(6), profile.nullSeen());
  }

  @Test
  void classesOfTheAgentAreLeftOutAndHiddenOnesAreOthers() {
    record(5, 0, 3, 5, KLASS_A, 7, KLASS_AGENT, 8);
    record(5, 0, 6, 0, KLASS_HIDDEN, 7, 0, 0);
    record(5, 0, 9, 0, KLASS_AGENT, 7, 0, 0);

    assertEquals(Map.of(3, types(Map.of(A, 7L), 5), 6, types(Map.of(), 7)), read().types());
  }

  @Test
  void aFailedTypeCheckIsNoOtherClass() {
    record(4, 0, 3, -4, KLASS_A, 7, KLASS_B, 8);

    assertEquals(Map.of(3, types(Map.of(A, 7L, B, 8L), 0)), read().types());
  }

  @Test
  void recordsOfOtherKindsAreSteppedOver() {
    record(1, 0, 1);
    record(2, 0, 2, 5);
    record(3, 0, 3, 5, 5);
    record(6, 0, 4, 1, 2, 3, 4, 5, 6, 7);
    record(8, 0, 5, 4, 1, 2, 3, 4);
    record(10, 0, 6, 5, 3, 1, 2, 3);
    record(11, 0, 7, 0, KLASS_A, 7, 0, 0, 2, 1, 2);
    record(7, 0, 8, 1, 2, 3);

    RunningProfile profile = read();

    assertEquals(Map.of(8, new Branch(1, 3)), profile.branches());
    assertEquals(Map.of(7, types(Map.of(A, 7L), 0)), profile.types());
  }

  @Test
  void exceptionsAreSeenInRecordsAndBehindThem() {
    record(2, 8, 2, 5);
    int end = data.position();
    record(13, 0, 3, 5);
    record(1, 8, 9);
    record(9, 0, 0, 1, 0);

    assertEquals(Set.of(2, 9), read(end).exceptionSeen());
  }

  @Test
  void recordsThatEndElsewhereAreRefused() {
    record(7, 0, 5, 10, 99, 20);

    assertEquals(Optional.empty(), tryRead(data.position() - 8));
    assertEquals(Optional.empty(), tryRead(data.position() + 8));
  }

  @Test
  void unknownTagsAndImpossibleLengthsAreRefused() {
    int start = data.position();
    record(14, 0, 5);
    assertEquals(Optional.empty(), tryRead(data.position()));

    data.position(start);
    record(8, 0, 5, -1);
    assertEquals(Optional.empty(), tryRead(data.position()));

    data.position(start);
    record(8, 0, 5, Integer.MAX_VALUE);
    assertEquals(Optional.empty(), tryRead(data.position()));
  }

  @Test
  void noDataIsNoProfile() {
    assertTrue(profiles.read(new byte[0], known()).orElseThrow().isEmpty());
  }

  private void record(int tag, int flags, int index, long... cells) {
    data.put((byte) tag).put((byte) flags).putShort((short) index).putInt(0);
    for (long cell : cells) {
      data.putLong(cell);
    }
  }

  private RunningProfile read() {
    return read(data.position());
  }

  private RunningProfile read(int end) {
    return tryRead(end).orElseThrow();
  }

  private Optional<RunningProfile> tryRead(int end) {
    data.putInt(DATA_SIZE, end - HEADER);
    return profiles.read(data.array(), known());
  }

  private static KnownClasses known() {
    return new KnownClasses(
        Map.of((long) KLASS_A, A, (long) KLASS_B, B), Set.of((long) KLASS_AGENT));
  }

  private static TypeCounts types(Map<ClassId, Long> counts, long other) {
    return new TypeCounts(new TreeMap<>(counts), other);
  }

  @Test
  void indicesAreMappedOrLeftOut() {
    RunningProfile profile = new RunningProfile();
    profile.branches().put(1, new Branch(1, 1));
    profile.branches().put(10, new Branch(2, 2));
    profile.types().put(11, types(Map.of(A, 1L), 0));
    profile.nullSeen().add(12);
    profile.exceptionSeen().add(2);

    var mapped = profile.mapTo(9, index -> index - 5);

    assertEquals(Map.of(5, new Branch(2, 2)), mapped.branches());
    assertEquals(Set.of(6), mapped.types().keySet());
    assertEquals(new TreeSet<>(Set.of(7)), mapped.nullSeen());
    assertEquals(Set.of(), mapped.exceptionSeen());
    assertEquals(9, mapped.codeLength());
  }
}
