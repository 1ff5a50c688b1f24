// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** All kinds of work by name. Public and static, so that copies of it can be called. */
public final class Works {
  private Works() {}

  /** Each kind, new. */
  public static SortedMap<String, Work> all() {
    SortedMap<String, Work> all = new TreeMap<>();
    all.put("arrays", new ArraysWork());
    all.put("bytes", new BytesWork());
    all.put("changing", new ChangingWork());
    all.put("collections", new CollectionsWork());
    all.put("dispatch", new DispatchWork());
    all.put("exceptions", new ExceptionsWork());
    all.put("language", new LanguageWork());
    all.put("linked", new LinkedWork());
    all.put("locks", new LocksWork());
    all.put("numbers", new NumbersWork());
    all.put("references", new ReferencesWork());
    all.put("reflection", new ReflectionWork());
    all.put("text", new TextWork());
    all.put("threads", new ThreadsWork());
    return Collections.unmodifiableSortedMap(all);
  }

  /** A round of one kind of work, which says what it is when it fails. */
  public static Callable<Long> round(String name, long seed) {
    Work work = all().get(name);
    return () -> work.round(seed);
  }

  /** The kinds in the order in which a thread does them. */
  public static List<String> shuffled(long seed) {
    List<String> names = new ArrayList<>(all().keySet());
    Collections.shuffle(names, new java.util.Random(seed));
    return names;
  }
}
