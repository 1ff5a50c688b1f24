// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CallTreeTest {
  private static final int LIMIT = 3;

  @Test
  void countsEachCombination() {
    CallTree tree = new CallTree(LIMIT);

    call(tree, "receiver", 1);
    call(tree, "receiver", 2);
    call(tree, "receiver", "x");
    call(tree, 1, "x");

    assertEquals(
        Map.of(
            "[java.lang.String, java.lang.Integer]", 2L,
            "[java.lang.String, java.lang.String]", 1L,
            "[java.lang.Integer, java.lang.String]", 1L),
        counts(tree));
  }

  @Test
  void countsCallsWithoutReferences() {
    CallTree tree = new CallTree(LIMIT);

    call(tree);
    call(tree);

    assertEquals(Map.of("[]", 2L), counts(tree));
  }

  @Test
  void tellsNullFromClasses() {
    CallTree tree = new CallTree(LIMIT);

    call(tree, (Object) null);
    call(tree, "x");
    call(tree, (Object) null);

    assertEquals(Map.of("[null]", 2L, "[java.lang.String]", 1L), counts(tree));
  }

  @Test
  void namesArraysAsTheVmDoes() {
    CallTree tree = new CallTree(LIMIT);

    call(tree, new int[0][], new String[0]);

    assertEquals(Map.of("[[[I, [Ljava.lang.String;]", 1L), counts(tree));
  }

  @Test
  void asManyCombinationsAsTheLimitAreToldApart() {
    CallTree tree = new CallTree(LIMIT);

    call(tree, 1, 1);
    call(tree, 1, "x");
    call(tree, 1, 1L);

    assertEquals(LIMIT, counts(tree).size());
  }

  @Test
  void oneMoreThanTheLimitMakesAllOne() {
    CallTree tree = new CallTree(LIMIT);

    call(tree, 1, 1);
    call(tree, 1, 1);
    call(tree, 1, "x");
    call(tree, "x", 1);
    call(tree, "x", "x");
    call(tree, 1, 1);

    assertEquals(Map.of("many", 6L), counts(tree));
  }

  @Test
  void aCallThatIsOnItsWayWhenAllBecomeOneIsCounted() {
    CallTree tree = new CallTree(1);
    CallPath onItsWay = tree.start().next("x");

    call(tree, 1, 1);
    onItsWay.next(1).count();

    assertEquals(Map.of("many", 2L), counts(tree));
  }

  @Test
  void theSecondSightAllocatesNothing() {
    CallTree tree = new CallTree(LIMIT);
    CallTree full = new CallTree(1);
    Object[] arguments = {1, "x", new int[0], null};
    callEach(tree, full, arguments, 1);

    long before = allocatedBytes();
    long own = allocatedBytes() - before;
    long start = allocatedBytes();
    callEach(tree, full, arguments, 100_000);
    long allocated = allocatedBytes() - start;

    assertEquals(own, allocated);
    assertEquals(400_004, total(tree));
    assertEquals(400_004, total(full));
  }

  @Test
  void threadsMakeTheSameTree() throws InterruptedException {
    for (int round = 0; round < 200; round++) {
      CallTree tree = new CallTree(16);
      Object[] arguments = {1, "x", 1L, 'c'};

      inThreads(4, () -> callPairs(tree, arguments));

      assertEquals(16, counts(tree).size());
      assertTrue(total(tree) <= 64, () -> "counted " + total(tree));
    }
  }

  @Test
  void threadsThatExceedTheLimitMakeOne() throws InterruptedException {
    for (int round = 0; round < 200; round++) {
      CallTree tree = new CallTree(15);
      Object[] arguments = {1, "x", 1L, 'c'};

      inThreads(4, () -> callPairs(tree, arguments));

      assertEquals(List.of("many"), List.copyOf(counts(tree).keySet()));
    }
  }

  @Test
  void countsOfOneThreadAreExactAmongOthers() throws InterruptedException {
    CallTree[] trees = {new CallTree(1), new CallTree(1), new CallTree(1)};
    List<Thread> threads = new ArrayList<>();
    for (CallTree tree : trees) {
      threads.add(new Thread(() -> LongStream.range(0, 10_000).forEach(i -> call(tree, i))));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    for (CallTree tree : trees) {
      assertEquals(10_000, total(tree));
    }
  }

  @Test
  void treesOfMethodsArePlantedOnce() {
    int last = CallTree.MAXIMUM_METHODS - 1;
    CallTree.plant(last, LIMIT);
    CallTree.start(last).next("x").count();
    CallTree.plant(last, LIMIT);

    List<String> visited = new ArrayList<>();
    CallTree.visit(last, (names, count) -> visited.add(Arrays.toString(names) + count));
    assertEquals(List.of("[java.lang.String]1"), visited);
  }

  private static void callPairs(CallTree tree, Object[] arguments) {
    for (Object first : arguments) {
      for (Object second : arguments) {
        tree.start().next(first).next(second).count();
      }
    }
  }

  private static void inThreads(int count, Runnable work) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(count);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Thread thread =
          new Thread(
              () -> {
                start.countDown();
                while (start.getCount() > 0) {
                  Thread.onSpinWait();
                }
                work.run();
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void callEach(CallTree tree, CallTree full, Object[] arguments, int times) {
    for (int i = 0; i < times; i++) {
      for (Object argument : arguments) {
        tree.start().next("receiver").next(argument).count();
        full.start().next("receiver").next(argument).count();
      }
    }
  }

  private static void call(CallTree tree, Object... arguments) {
    CallPath path = tree.start();
    for (Object argument : arguments) {
      path = path.next(argument);
    }
    path.count();
  }

  private static Map<String, Long> counts(CallTree tree) {
    Map<String, Long> counts = new TreeMap<>();
    tree.start()
        .visit(
            new ArrayList<>(),
            (names, count) ->
                counts.merge(names == null ? "many" : Arrays.toString(names), count, Long::sum));
    return counts;
  }

  private static long total(CallTree tree) {
    return counts(tree).values().stream().mapToLong(Long::longValue).sum();
  }

  private static long allocatedBytes() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }
}
