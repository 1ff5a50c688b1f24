// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.questions;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;

/**
 * A cache of Graal's that remembers, for each thing in it, what its making asked JVMCI about: a
 * compilation that finds it there has asked the same. Graal looks for a key, makes what it has not
 * found, and puts it there. Lies in the boot loader, as {@link QuestionNotes} does.
 */
public final class RememberingMap<K, V> extends AbstractMap<K, V> implements ConcurrentMap<K, V> {

  private final Map<Object, Object> entries;

  /**
   * Something made.
   *
   * @param subjects of the questions of its making, null where they were not noted
   */
  private record Made(Object value, Set<Object> subjects) {}

  private RememberingMap(Map<Object, Object> entries) {
    this.entries = entries;
  }

  /**
   * The same as a map of Graal's that is still empty, and remembers.
   *
   * @param original for several threads; what it drops is forgotten; null for no cache
   */
  public static Map<Object, Object> of(Map<Object, Object> original) {
    return original == null ? null : new RememberingMap<>(original);
  }

  /** As {@link #of}. */
  public static ConcurrentMap<Object, Object> ofConcurrent(ConcurrentMap<Object, Object> original) {
    return new RememberingMap<>(original);
  }

  @Override
  @SuppressWarnings("unchecked") // only values of that type are put there
  public V get(Object key) {
    QuestionNotes notes = QuestionNotes.current();
    Made made = (Made) entries.get(key);
    if (notes == null) {
      return made == null ? null : (V) made.value;
    }
    if (made == null || made.subjects == null) {
      notes.begin(key);
      return null;
    }
    notes.use(made.subjects);
    return (V) made.value;
  }

  @Override
  public V put(K key, V value) {
    QuestionNotes notes = QuestionNotes.current();
    entries.put(key, new Made(value, notes == null ? null : notes.end(key)));
    return null;
  }

  /** Of two that are made at a time either will do. */
  @Override
  public V putIfAbsent(K key, V value) {
    return put(key, value);
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean remove(Object key, Object value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean replace(K key, V oldValue, V newValue) {
    throw new UnsupportedOperationException();
  }

  @Override
  public V replace(K key, V value) {
    throw new UnsupportedOperationException();
  }
}
