// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Virtual threads that yield deep in their stacks, executors, queues and shared maps. */
final class ThreadsWork implements Work {
  private static final int TASKS = 8;
  private static final int DEPTH = 40;
  private static final int MESSAGES = 150;

  private static final ScopedValue<Long> SCOPED = ScopedValue.newInstance();

  @Override
  public long round(long seed) throws Exception {
    Mix mix = new Mix(seed);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      tasks(mix, executor, seed);
      queue(mix, executor);
      shared(mix, executor);
      mix.add(
          CompletableFuture.supplyAsync(() -> descend(DEPTH, seed, new long[] {seed}), executor)
              .thenCombine(
                  CompletableFuture.supplyAsync(() -> seed * 3, executor),
                  (left, right) -> left ^ right)
              .thenApply(sum -> sum * 5)
              .get());
    }
    return mix.sum();
  }

  private static void tasks(Mix mix, ExecutorService executor, long seed)
      throws InterruptedException, ExecutionException {
    List<Future<Long>> futures = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      long own = seed + i;
      futures.add(
          executor.submit(
              () -> ScopedValue.where(SCOPED, own).call(() -> descend(DEPTH, own, "text" + own))));
    }
    for (Future<Long> future : futures) {
      mix.add(future.get());
    }
  }

  /** Holds references and numbers in every frame while the stack is moved to the heap and back. */
  private static long descend(int depth, long number, Object object) {
    if (depth == 0) {
      Thread.yield();
      return number + (SCOPED.isBound() ? SCOPED.get() : 1);
    }
    long[] own = {number, depth};
    double fraction = number * 0.5;
    long below = descend(depth - 1, number * 31 + depth, own);
    if (depth % 16 == 0) {
      Thread.yield();
    }
    if (own[1] != depth || fraction != own[0] * 0.5 || object == null) {
      throw new IllegalStateException("lost at " + depth);
    }
    return below + own[0];
  }

  private static void queue(Mix mix, ExecutorService executor)
      throws InterruptedException, ExecutionException {
    BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(7);
    Future<?> giver =
        executor.submit(
            () -> {
              for (int i = 0; i < MESSAGES; i++) {
                queue.put(i);
              }
              return null;
            });
    long sum = 0;
    for (int i = 0; i < MESSAGES; i++) {
      sum = sum * 3 + queue.take();
    }
    giver.get();
    mix.add(sum);
  }

  private static void shared(Mix mix, ExecutorService executor)
      throws InterruptedException, ExecutionException {
    ConcurrentHashMap<Integer, Long> map = new ConcurrentHashMap<>();
    AtomicLong total = new AtomicLong();
    LongAdder adder = new LongAdder();
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      int own = i;
      futures.add(
          executor.submit(
              () -> {
                for (int j = 0; j < MESSAGES; j++) {
                  map.merge(j % 13, (long) own * j, Long::sum);
                  total.addAndGet(j);
                  adder.increment();
                }
              }));
    }
    for (Future<?> future : futures) {
      future.get();
    }
    mix.add(map.reduceValuesToLong(1, Long::longValue, 0, (left, right) -> left + right));
    mix.add(total.get()).add(adder.sum());
  }
}
