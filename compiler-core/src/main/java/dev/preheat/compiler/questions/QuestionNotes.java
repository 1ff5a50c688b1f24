// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.questions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What one compilation asks JVMCI about: its types, methods, fields and constants. JVMCI's own
 * classes call {@link #ask} (see {@link JvmciQuestions}), so this class is one of the boot loader's
 * and knows nothing but the JDK. Outside of a compilation nothing is noted. For one thread.
 *
 * <p>What JVMCI asks itself, to answer, is not noted: that depends on what it has answered before,
 * and is told by the question as well.
 */
public final class QuestionNotes {

  private static final ScopedValue<QuestionNotes> ASKING = ScopedValue.newInstance();

  /** What is being made that others will use, too; innermost last. */
  private final List<Making> makings = new ArrayList<>();

  private int depth;

  /** The making of something, and what it asked about so far. */
  private record Making(Object key, Set<Object> subjects) {}

  /** Nothing asked yet. */
  public QuestionNotes() {
    makings.add(new Making(null, subjectSet()));
  }

  /** Compares by identity: no subject is asked for its equality. */
  private static Set<Object> subjectSet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** Notes what an operation of this thread asks about. */
  public <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> operation) throws X {
    return ScopedValue.where(ASKING, this).call(operation);
  }

  /** Does something whose questions do not matter to the code. */
  public static <T> T aside(Supplier<T> operation) {
    QuestionNotes notes = current();
    if (notes == null) {
      return operation.get();
    }
    notes.depth++;
    try {
      return operation.get();
    } finally {
      notes.depth--;
    }
  }

  /** Everything that was asked about. */
  public Set<Object> subjects() {
    Set<Object> all = subjectSet();
    makings.forEach(making -> all.addAll(making.subjects));
    return all;
  }

  /** The notes of the compilation that this thread does, null for none. */
  static QuestionNotes current() {
    return ASKING.isBound() ? ASKING.get() : null;
  }

  /**
   * Begins an answer, which ends with {@link #answered}.
   *
   * @return null where nobody wants to know
   */
  public static QuestionNotes ask() {
    QuestionNotes notes = current();
    if (notes != null) {
      notes.depth++;
    }
    return notes;
  }

  /** The question is about this. */
  public static void about(Object subject, QuestionNotes notes) {
    if (notes != null && notes.depth == 1 && subject != null) {
      notes.makings.getLast().subjects.add(subject);
    }
  }

  /** Ends an answer. */
  public static void answered(QuestionNotes notes) {
    if (notes != null) {
      notes.depth--;
    }
  }

  /** Begins the making of what will be kept under a key; others may be begun before it ends. */
  void begin(Object key) {
    makings.add(new Making(key, subjectSet()));
  }

  /**
   * Ends the making of what is kept under a key.
   *
   * @return what it asked about
   */
  Set<Object> end(Object key) {
    int begin = makings.size() - 1;
    while (begin > 0 && !key.equals(makings.get(begin).key)) {
      begin--;
    }
    if (begin == 0) {
      throw new IllegalStateException("nobody has looked for what is kept: " + key);
    }
    Set<Object> subjects = subjectSet();
    while (makings.size() > begin) {
      subjects.addAll(makings.removeLast().subjects);
    }
    use(subjects);
    return subjects;
  }

  /** Uses what was made, which asked about this. */
  void use(Set<Object> subjects) {
    makings.getLast().subjects.addAll(subjects);
  }
}
