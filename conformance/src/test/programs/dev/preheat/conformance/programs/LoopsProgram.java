// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loops with many rounds that allocate, while the collector moves what they hold. */
public final class LoopsProgram {
  private static final int MANY = 20_000;
  private static Object[] kept = new Object[64];

  private LoopsProgram() {}

  /** A list of its own. */
  static final class Node {
    final int value;
    Node next;

    Node(int value, Node next) {
      this.value = value;
      this.next = next;
    }
  }

  public static void main(String[] args) {
    Check.collectGarbage();
    for (int i = 0; i < 3; i++) {
      Check.run("list", () -> list(MANY));
      Check.run("tree", () -> tree(12));
      Check.run("garbage", () -> garbage(MANY));
      Check.run("cards", () -> cards(MANY));
      Check.run("interior", () -> interior(MANY));
      Check.run("map", () -> map(2_000));
      Check.run("long", () -> longLoop(3_000_000L));
      Check.run("wrap", () -> wraps());
      Check.run("steps", () -> steps(1_000_003));
      Check.run("nested", () -> nested(60));
      Check.run("labelled", () -> labelled(50));
      Check.run("while", () -> collatz(97));
      Check.run("do", () -> digits(9_876_543_210L));
      Check.run("invariant", () -> invariant(new int[1_000], 3));
      Check.run("strings", () -> strings(800));
      Check.run("weak", () -> weak());
      Check.run("ends in exception", () -> endsInException(new int[777]));
    }
  }

  static long list(int count) {
    Node head = null;
    for (int i = 0; i < count; i++) {
      head = new Node(i, head);
      if (i % 1_000 == 999) {
        head.next.next = head.next.next.next;
      }
    }
    long sum = 0;
    for (Node node = head; node != null; node = node.next) {
      sum = sum * 31 + node.value;
    }
    return sum;
  }

  static int tree(int depth) {
    return size(grow(depth));
  }

  private static Object[] grow(int depth) {
    return depth == 0 ? new Object[2] : new Object[] {grow(depth - 1), grow(depth - 1)};
  }

  private static int size(Object[] tree) {
    return tree == null ? 0 : 1 + size((Object[]) tree[0]) + size((Object[]) tree[1]);
  }

  static int garbage(int count) {
    int hash = 0;
    for (int i = 0; i < count; i++) {
      byte[] bytes = new byte[i % 300];
      if (bytes.length > 3) {
        bytes[3] = (byte) i;
        hash = hash * 31 + bytes[3];
      }
      kept[i & 63] = bytes;
    }
    return hash + ((byte[]) kept[5]).length;
  }

  static long cards(int count) {
    Object[] old = new Object[count];
    for (int i = 0; i < count; i++) {
      old[i] = new int[] {i};
      if (i > 10) {
        old[i - 10] = old[i];
      }
    }
    long sum = 0;
    for (Object each : old) {
      sum += ((int[]) each)[0];
    }
    return sum;
  }

  static long interior(int count) {
    long[] values = new long[count];
    long sum = 0;
    for (int i = 0; i < count; i++) {
      values[i] = i * 3L;
      sum += values[i / 2] ^ new long[] {i, i + 1}[i & 1];
    }
    return sum;
  }

  static int map(int count) {
    Map<String, List<Integer>> map = new HashMap<>();
    for (int i = 0; i < count; i++) {
      map.computeIfAbsent("k" + i % 97, key -> new ArrayList<>()).add(i);
    }
    int sum = 0;
    for (Map.Entry<String, List<Integer>> entry : map.entrySet()) {
      for (int value : entry.getValue()) {
        sum += value ^ entry.getKey().hashCode();
      }
    }
    return sum;
  }

  static long longLoop(long rounds) {
    long sum = 0;
    for (long i = 0; i < rounds; i++) {
      sum += i ^ (sum >>> 3);
    }
    return sum;
  }

  static int wraps() {
    int rounds = 0;
    for (int i = Integer.MAX_VALUE - 1_000; i > 0; i++) {
      rounds++;
    }
    for (int i = Integer.MIN_VALUE + 500; i < 0; i--) {
      rounds += 10;
    }
    for (byte b = 0; b >= 0; b++) {
      rounds += 100;
    }
    return rounds;
  }

  static long steps(int limit) {
    long sum = 0;
    for (int i = 0; i < limit; i += 7) {
      sum += i;
    }
    for (int i = limit; i >= 0; i -= 13) {
      sum ^= i;
    }
    for (int i = 1; i < limit && i > 0; i *= 3) {
      sum += i * 5L;
    }
    return sum;
  }

  static int nested(int size) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        for (int k = 0; k < j - i; k += 2) {
          count += i ^ j ^ k;
        }
      }
    }
    return count;
  }

  static int labelled(int size) {
    int count = 0;
    outer:
    for (int i = 2; i < size; i++) {
      for (int j = 2; j < i; j++) {
        if (i % j == 0) {
          continue outer;
        }
        if (i * j > 1_900) {
          break outer;
        }
      }
      count += i;
    }
    return count;
  }

  static int collatz(int start) {
    int rounds = 0;
    int value = start;
    while (value != 1) {
      value = (value & 1) == 0 ? value / 2 : 3 * value + 1;
      rounds++;
    }
    return rounds;
  }

  static String digits(long number) {
    long rest = number;
    StringBuilder text = new StringBuilder();
    do {
      text.append(rest % 10);
      rest /= 10;
    } while (rest > 0);
    return text.toString();
  }

  static int invariant(int[] array, int factor) {
    int sum = 0;
    for (int i = 0; i < array.length; i++) {
      array[i] = factor * factor + (factor > 2 ? i : -i);
      if (array[i] % 10 == 3) {
        sum += array.length / factor;
      }
    }
    return sum + array[array.length - 1];
  }

  static int strings(int count) {
    String text = "";
    int hash = 0;
    for (int i = 0; i < count; i++) {
      text = text.length() > 50 ? text.substring(25) + i : text + (char) ('a' + i % 26);
      hash = hash * 31 + text.hashCode();
    }
    return hash;
  }

  static String weak() {
    Object strong = new int[] {42};
    WeakReference<Object> reference = new WeakReference<>(strong);
    int found = 0;
    for (int i = 0; i < 2_000; i++) {
      Object object = reference.get();
      kept[i & 31] = new byte[100];
      found += object == strong && reference.refersTo(strong) ? 1 : 1_000_000;
    }
    return found + " " + ((int[]) strong)[0];
  }

  static int endsInException(int[] array) {
    int i = 0;
    int sum = 0;
    try {
      while (true) {
        array[i] = i;
        sum += array[i] * 3;
        i++;
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      return sum + i;
    }
  }
}
