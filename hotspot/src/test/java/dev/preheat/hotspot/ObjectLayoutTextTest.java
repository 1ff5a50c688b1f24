// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ObjectLayoutTextTest {

  private static final String MISSING = "hash";

  /** Arrays begin where their type says, elements lie close, all fields are in one place. */
  private record Made(int reference, long field) implements ObjectLayout.Probe {
    @Override
    public long arrayBase(Class<?> array) {
      return 16;
    }

    @Override
    public int arrayScale(Class<?> array) {
      return array.getComponentType().isPrimitive() ? 1 : reference;
    }

    @Override
    public long fieldOffset(Class<?> type, String name) {
      if (name.equals(MISSING) && field == 0) {
        throw new InternalError(name);
      }
      return field;
    }
  }

  @Test
  void startsWithWhatMattersMost() {
    String text = ObjectLayout.text(new Made(4, 12));

    assertTrue(
        text.startsWith("references of 4 bytes, headers of 12 bytes, boolean[] 16/1, byte[] 16/1,"),
        text);
    assertTrue(text.contains(", java.lang.Object[] 16/4, java.lang.Byte.value 12, "), text);
    assertTrue(text.endsWith(", java.lang.Class.classRedefinedCount 12"), text);
  }

  @Test
  void theFirstDifferenceIsNamed() {
    String usual = ObjectLayout.text(new Made(4, 12));

    assertEquals(
        "references of 8 bytes",
        ObjectLayout.difference(ObjectLayout.text(new Made(8, 12)), usual));
    assertEquals(
        "headers of 16 bytes", ObjectLayout.difference(ObjectLayout.text(new Made(4, 16)), usual));
  }

  @Test
  void compactHeadersAreToldFromOthers() {
    assertTrue(ObjectLayout.hasCompactHeaders(ObjectLayout.text(new Made(4, 8))));
    assertFalse(ObjectLayout.hasCompactHeaders(ObjectLayout.text(new Made(8, 12))));
    assertFalse(ObjectLayout.hasCompactHeaders(ObjectLayout.text(new Made(4, 16))));
  }

  @Test
  void aFieldThatIsNotThereIsNamed() {
    String without = ObjectLayout.text(new Made(4, 0));

    assertTrue(
        without.contains(", java.lang.String.hash none, java.lang.String.coder 0, "), without);
  }

  @Test
  void partsAreCompletePairs() {
    assertEquals("b 12", ObjectLayout.difference("a 1, b 12, c 3", "a 1, b 1, c 3"));
    assertEquals("b 1", ObjectLayout.difference("a 1, b 1, c 3", "a 1, b 12, c 3"));
    assertEquals("c 3", ObjectLayout.difference("a 1, b 1, c 3", "a 1, b 1, c 4"));
    assertEquals("a 1", ObjectLayout.difference("a 1", ""));
    assertEquals("", ObjectLayout.difference("", "a 1"));
  }
}
