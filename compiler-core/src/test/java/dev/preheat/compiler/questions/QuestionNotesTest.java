// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.questions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What a compilation asks, and what it need not ask again because another one has. */
class QuestionNotesTest {

  private final Map<Object, Object> cache = RememberingMap.of(new ConcurrentHashMap<>());

  @Test
  void nothingIsNotedOutsideOfACompilation() {
    assertNull(QuestionNotes.ask());
    QuestionNotes.about("class", null);
    QuestionNotes.answered(null);
  }

  @Test
  void whatJvmciAsksItselfToAnswerIsNotNoted() {
    assertEquals(
        Set.of("asked", "argument", "later"),
        asked(
            () -> {
              QuestionNotes notes = QuestionNotes.ask();
              QuestionNotes.about("asked", notes);
              QuestionNotes.about("argument", notes);
              QuestionNotes.about(null, notes);
              ask("inner");
              QuestionNotes.answered(notes);
              ask("later");
            }));
  }

  @Test
  void whatIsAskedAsideIsNotNoted() {
    assertEquals("done", QuestionNotes.aside(() -> "done"));
    assertEquals(
        Set.of("after"),
        asked(
            () -> {
              QuestionNotes.aside(
                  () -> {
                    ask("aside");
                    return null;
                  });
              ask("after");
            }));
  }

  @Test
  void whoFindsWhatOthersMadeHasAskedTheSame() {
    assertEquals(Set.of("before", "made", "after"), asked(() -> make("key", "made")));
    assertEquals(Set.of("made"), asked(() -> assertEquals("value", cache.get("key"))));
  }

  /** What is made on the way is part of it, whoever made it. */
  @Test
  void whatIsMadeOfOthersAsksWhatTheyAsked() {
    asked(() -> make("known", "of known"));
    asked(
        () -> {
          assertNull(cache.get("outer"));
          assertEquals("value", cache.get("known"));
          make("inner", "of inner");
          // Looked for, made, and not kept.
          assertNull(cache.get("not kept"));
          ask("of not kept");
          cache.put("outer", "outer value");
        });

    assertEquals(
        Set.of("of known", "before", "of inner", "after", "of not kept"),
        asked(() -> assertEquals("outer value", cache.get("outer"))));
  }

  /** Nobody knows what that asked. */
  @Test
  void whatWasMadeOutsideOfACompilationIsMadeAgain() {
    assertNull(cache.put("key", "value"));
    assertEquals("value", cache.get("key"));

    asked(() -> assertNull(cache.get("key")));
    asked(() -> make("key", "made"));
    assertEquals(Set.of("made"), asked(() -> assertEquals("value", cache.get("key"))));
  }

  @Test
  void whatIsKeptWasLookedFor() {
    assertThrows(IllegalStateException.class, () -> asked(() -> cache.put("key", "value")));
  }

  @Test
  void noCacheStaysNone() {
    assertNull(RememberingMap.of(null));
    Map<Object, Object> original = new LinkedHashMap<>();
    assertSame(RememberingMap.class, RememberingMap.of(original).getClass());
  }

  private void make(String key, String question) {
    ask("before");
    assertNull(cache.get(key));
    ask(question);
    assertNull(cache.put(key, "value"));
    ask("after");
  }

  private static void ask(String subject) {
    QuestionNotes notes = QuestionNotes.ask();
    QuestionNotes.about(subject, notes);
    QuestionNotes.answered(notes);
  }

  /** Texts are the same objects where they are equal: they are constants. */
  private static Set<Object> asked(Runnable compilation) {
    QuestionNotes notes = new QuestionNotes();
    notes.during(
        () -> {
          compilation.run();
          return null;
        });
    Set<Object> asked = Collections.newSetFromMap(new LinkedHashMap<>());
    asked.addAll(notes.subjects());
    return asked;
  }
}
