// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.preheat.format.trace.ArgumentTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracedMethodTest {
  @Test
  void primitivesHaveNoClass() {
    assertEquals(
        new ArgumentTypes(
            "a/Sub", List.of("-", "java/util/ArrayList", "-", "[[I", "null", "[La/B;", "-")),
        new TracedMethod("a/B", "f", "(ILjava/util/List;J[[I[Ljava/lang/String;[La/B;D)V", false)
            .arguments(new String[] {"a.Sub", "java.util.ArrayList", "[[I", "null", "[La.B;"}));
  }

  @Test
  void aStaticMethodHasNoReceiver() {
    assertEquals(
        new ArgumentTypes("-", List.of("a/B")),
        new TracedMethod("a/B", "f", "(La/B;)La/B;", true).arguments(new String[] {"a.B"}));
  }

  @Test
  void theReceiverOfAConstructorIsItsClass() {
    assertEquals(
        new ArgumentTypes("a/B", List.of("a/C")),
        new TracedMethod("a/B", "<init>", "(La/C;)V", false).arguments(new String[] {"a.C"}));
  }

  @Test
  void hiddenClassesLoseTheirNumbers() {
    TracedMethod method = new TracedMethod("a/B", "f", "(La/C;)V", false);

    assertEquals(
        new ArgumentTypes("a/B$$Lambda", List.of("a/D$$Lambda")),
        method.arguments(
            new String[] {"a.B$$Lambda/0x00007f", "a.D$$Lambda$29/0x0000000800c03000"}));
    assertEquals(
        new ArgumentTypes("a/Hidden", List.of("null")),
        method.arguments(new String[] {"a.Hidden/0x1", "null"}));
  }

  @Test
  void tooManyAreMany() {
    assertSame(ArgumentTypes.MANY, new TracedMethod("a/B", "f", "()V", false).arguments(null));
  }
}
