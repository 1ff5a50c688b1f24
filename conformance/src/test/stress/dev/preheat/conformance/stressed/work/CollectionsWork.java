// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.work;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Maps, queues, sorting and streams. */
final class CollectionsWork implements Work {
  private static final int ENTRIES = 300;

  @Override
  public long round(long seed) {
    Mix mix = new Mix(seed);
    maps(mix);
    queues(mix);
    sorting(mix);
    streams(mix);
    return mix.sum();
  }

  private static void maps(Mix mix) {
    List<Map<String, Integer>> maps =
        List.of(
            new HashMap<>(),
            new LinkedHashMap<>(),
            new TreeMap<>(),
            new ConcurrentHashMap<>(),
            new ConcurrentSkipListMap<>());
    for (int i = 0; i < ENTRIES; i++) {
      String key = "key" + mix.next(ENTRIES / 2);
      for (Map<String, Integer> map : maps) {
        map.merge(key, i, Integer::sum);
      }
    }
    for (Map<String, Integer> map : maps) {
      map.entrySet().removeIf(entry -> entry.getValue() % 3 == 0);
      long sum = 0;
      for (Map.Entry<String, Integer> entry : map.entrySet()) {
        sum += (long) entry.getKey().hashCode() * entry.getValue();
      }
      mix.add(map.size()).add(sum).add(map.hashCode());
    }
    EnumMap<TimeUnit, String> units = new EnumMap<>(TimeUnit.class);
    for (TimeUnit unit : TimeUnit.values()) {
      units.put(unit, unit.name() + unit.toNanos(mix.next(50)));
    }
    mix.add(units.toString());
  }

  private static void queues(Mix mix) {
    PriorityQueue<Long> heap = new PriorityQueue<>(Comparator.reverseOrder());
    ArrayDeque<Long> deque = new ArrayDeque<>();
    BitSet bits = new BitSet();
    for (int i = 0; i < ENTRIES; i++) {
      long value = mix.next() >> 40;
      heap.add(value);
      if (value % 2 == 0) {
        deque.addFirst(value);
      } else {
        deque.addLast(value);
      }
      bits.set((int) (value & 1023));
      if (i % 5 == 4) {
        mix.add(heap.remove()).add(deque.removeFirst());
      }
    }
    while (!heap.isEmpty()) {
      mix.add(heap.poll());
    }
    mix.add(deque.stream().mapToLong(Long::longValue).sum()).add(bits.cardinality());
  }

  private static void sorting(Mix mix) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < ENTRIES; i++) {
      names.add(Long.toString(mix.next(), 36));
    }
    names.sort(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()));
    mix.add(String.join("", names));
    CopyOnWriteArrayList<String> some = new CopyOnWriteArrayList<>(names.subList(10, 40));
    for (Iterator<String> all = some.iterator(); all.hasNext(); ) {
      String name = all.next();
      if (name.charAt(1) < 'm') {
        some.remove(name);
      }
    }
    mix.add(some.hashCode());
  }

  private static void streams(Mix mix) {
    int from = mix.next(1000);
    Map<Integer, List<Integer>> groups =
        IntStream.range(from, from + ENTRIES)
            .boxed()
            .filter(value -> value % 7 != 1)
            .collect(Collectors.groupingBy(value -> value % 11, TreeMap::new, Collectors.toList()));
    mix.add(groups.hashCode());
    mix.add(
        groups.values().stream()
            .flatMap(List::stream)
            .map(Integer::toHexString)
            .sorted()
            .collect(Collectors.joining("|")));
    mix.add(IntStream.range(0, ENTRIES).map(i -> i * from).filter(i -> (i & 4) == 0).sum());
  }
}
