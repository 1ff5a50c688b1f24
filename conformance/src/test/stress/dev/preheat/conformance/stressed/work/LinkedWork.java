// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.work;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * Old objects that are made to refer to young ones in every way there is: by fields, arrays, copies
 * of arrays, compare-and-set.
 */
final class LinkedWork implements Work {
  private static final VarHandle NEXT;
  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Node[].class);
  private static final AtomicReferenceFieldUpdater<Node, Node> OTHER =
      AtomicReferenceFieldUpdater.newUpdater(Node.class, Node.class, "other");
  private static final int BUCKETS = 128;
  private static final int TURNS = 1_500;
  private static final int LIMIT = 40;

  /** Lives as long as the class, and so is old; a thread has one of them for itself. */
  private static final ThreadLocal<Node[]> OLD = ThreadLocal.withInitial(() -> new Node[BUCKETS]);

  static {
    try {
      NEXT = MethodHandles.lookup().findVarHandle(Node.class, "next", Node.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final class Node {
    private final long value;
    private Node next;
    private volatile Node other;
    private final byte[] ballast;

    Node(long value, Node next) {
      this.value = value;
      this.next = next;
      this.ballast = new byte[(int) (value & 63)];
    }
  }

  @Override
  public long round(long seed) {
    Mix mix = new Mix(seed);
    Node[] old = OLD.get();
    Arrays.fill(old, null);
    AtomicReference<Node> top = new AtomicReference<>();
    AtomicReferenceArray<Node> slots = new AtomicReferenceArray<>(BUCKETS);
    for (int turn = 0; turn < TURNS; turn++) {
      int index = mix.next(BUCKETS);
      Node node = new Node(mix.next() >>> 1, old[index]);
      link(mix.next(8), node, old, index, top, slots);
    }
    check(mix, old, top.get(), slots);
    Arrays.fill(old, null);
    return mix.sum();
  }

  private static void link(
      int how,
      Node node,
      Node[] old,
      int index,
      AtomicReference<Node> top,
      AtomicReferenceArray<Node> slots) {
    Node before = old[index];
    switch (how) {
      case 0 -> old[index] = node;
      case 1 -> ELEMENT.setVolatile(old, index, node);
      case 2 -> ELEMENT.compareAndSet(old, index, before, node);
      case 3 -> {
        if (before != null) {
          OTHER.set(before, node);
          OTHER.getAndSet(node, before);
        }
      }
      case 4 -> {
        if (before != null) {
          Node rest = (Node) NEXT.getAndSet(before, node);
          NEXT.setRelease(node, rest);
        }
      }
      case 5 ->
          top.updateAndGet(
              current -> length(current) > LIMIT ? null : new Node(node.value, current));
      case 6 -> slots.accumulateAndGet(index, node, (left, right) -> left == null ? right : left);
      default -> System.arraycopy(old, index / 2, old, index / 2 + 1, BUCKETS / 4);
    }
    if (old[index] != null && length(old[index]) > LIMIT) {
      old[index] = new Node(old[index].value, null);
    }
  }

  private static int length(Node first) {
    int length = 0;
    for (Node node = first; node != null && length <= LIMIT; node = node.next) {
      length++;
    }
    return length;
  }

  private static void check(Mix mix, Node[] old, Node top, AtomicReferenceArray<Node> slots) {
    Node[] copy = Arrays.copyOf(old, BUCKETS * 2);
    System.arraycopy(old.clone(), 0, copy, BUCKETS, BUCKETS);
    for (Node first : copy) {
      mix.add(sum(first));
    }
    mix.add(sum(top));
    for (int i = 0; i < slots.length(); i++) {
      mix.add(sum(slots.get(i)));
    }
  }

  private static long sum(Node first) {
    long sum = 0;
    int length = 0;
    for (Node node = first; node != null && length <= LIMIT; node = node.next) {
      sum = sum * 17 + node.value + node.ballast.length;
      Node other = node.other;
      sum += other == null ? 1 : other.value ^ other.ballast.length;
      length++;
    }
    return sum;
  }
}
