// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.classfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndexMapTest {
  private static final int NOP = 0;
  private static final int ICONST_0 = 3;
  private static final int ILOAD_0 = 26;
  private static final int POP = 87;
  private static final int TABLESWITCH = 170;
  private static final int IRETURN = 172;

  @Test
  void whatIsPutInFrontIsTakenOff() {
    IndexMap map = map(code(NOP, NOP, ICONST_0, POP, ILOAD_0, IRETURN), code(ILOAD_0, IRETURN));

    assertEquals(0, map.applyAsInt(4));
    assertEquals(1, map.applyAsInt(5));
    assertEquals(-1, map.applyAsInt(0));
    assertEquals(-1, map.applyAsInt(3));
    assertEquals(-1, map.applyAsInt(6));
  }

  @Test
  void aSwitchIsPaddedInAnotherWay() {
    // Padding is 2 bytes in the original and 1 with an instruction in front.
    Code original = new Code(18);
    original.add(0, ILOAD_0);
    original.add(1, TABLESWITCH);
    original.add(16, ICONST_0);
    original.add(17, IRETURN);
    Code instrumented = new Code(18);
    instrumented.add(0, NOP);
    instrumented.add(1, ILOAD_0);
    instrumented.add(2, TABLESWITCH);
    instrumented.add(16, ICONST_0);
    instrumented.add(17, IRETURN);

    IndexMap map = map(instrumented, original);

    assertEquals(0, map.applyAsInt(1));
    assertEquals(1, map.applyAsInt(2));
    assertEquals(16, map.applyAsInt(16));
    assertEquals(17, map.applyAsInt(17));
    assertEquals(-1, map.applyAsInt(3));
  }

  @Test
  void codeThatWasChangedHasNoMap() {
    assertEquals(
        Optional.empty(), IndexMap.between(code(NOP, ICONST_0, IRETURN), code(ILOAD_0, IRETURN)));
    assertEquals(Optional.empty(), IndexMap.between(code(IRETURN), code(ILOAD_0, IRETURN)));
    assertEquals(
        Optional.empty(), IndexMap.between(code(ILOAD_0, NOP, IRETURN), code(ILOAD_0, IRETURN)));
  }

  private static IndexMap map(Code instrumented, Code original) {
    Optional<IndexMap> map = IndexMap.between(instrumented, original);
    assertTrue(map.isPresent());
    return map.get();
  }

  /** Instructions of one byte each. */
  private static Code code(int... opcodes) {
    Code code = new Code(opcodes.length);
    for (int i = 0; i < opcodes.length; i++) {
      code.add(i, opcodes[i]);
    }
    return code;
  }
}
