// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed;

import dev.preheat.conformance.stressed.work.Works;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A run: threads that work, threads that disturb them, and the first thing that went wrong. */
final class Run {
  private static final int WORKERS = 4;
  private static final int ROUNDS_PER_COLLECTION = 24;
  private static final int ROUNDS_PER_LOADER = 60;
  private static final int ROUNDS_PER_CHANGE = 20;
  private static final int ROUNDS_PER_INTRUSION = 40;
  private static final int ROUNDS_PER_LINE = 5_000;

  private final Expected expected;
  private final Pace pace;
  private final PrintStream progress;
  private final AtomicReference<String> failure = new AtomicReference<>();
  private final AtomicLong collections = new AtomicLong();
  private final AtomicLong changes = new AtomicLong();
  private final Dropped dropped = new Dropped();

  Run(Expected expected, Pace pace, PrintStream progress) {
    this.expected = expected;
    this.pace = pace;
    this.progress = progress;
  }

  /** What threads do, until it is over. */
  interface Task {
    void run() throws Exception;
  }

  /** Runs to the end; what went wrong, or null. */
  String run(boolean disturbed) throws Exception {
    List<Thread> threads = new ArrayList<>();
    if (disturbed) {
      Redefinition redefinition = new Redefinition(Agent.attach());
      Copies copies = new Copies(expected, redefinition, dropped);
      threads.add(repeat("collects", ROUNDS_PER_COLLECTION, () -> collect()));
      threads.add(repeat("copies", ROUNDS_PER_LOADER, () -> copies.generation()));
      threads.add(repeat("changes", ROUNDS_PER_CHANGE, () -> change(redefinition)));
      threads.add(repeat("intrudes", ROUNDS_PER_INTRUSION, () -> copies.intrude()));
    }
    for (int i = 0; i < WORKERS; i++) {
      int number = i;
      threads.add(start("works " + i, () -> work(number)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (failure.get() == null) {
      perform(dropped::checkAllCollected);
    }
    return failure.get();
  }

  /** One line that says what was done. */
  String summary() {
    return "rounds="
        + pace.rounds()
        + " loaders="
        + dropped.count()
        + " redefinitions="
        + changes.get()
        + " collections="
        + collections.get();
  }

  private void collect() {
    System.gc();
    collections.incrementAndGet();
  }

  private void change(Redefinition redefinition) throws Exception {
    redefinition.next();
    changes.incrementAndGet();
  }

  private Thread repeat(String name, int everyRounds, Task task) {
    Pace.Beat beat = pace.every(everyRounds);
    return start(
        name,
        () -> {
          while (beat.await()) {
            task.run();
            beat.done();
          }
        });
  }

  private Thread start(String name, Task task) {
    return Thread.ofPlatform().name(name).start(() -> perform(task));
  }

  private void perform(Task task) {
    try {
      task.run();
    } catch (Throwable e) {
      StringWriter text = new StringWriter();
      e.printStackTrace(new PrintWriter(text));
      failure.compareAndSet(
          null, "round " + pace.rounds() + ", " + Thread.currentThread().getName() + ": " + text);
      pace.stop();
    }
  }

  /** Odd workers do every round in a virtual thread of its own. */
  private void work(int number) throws Exception {
    for (long turn = number; !pace.isOver(); turn += WORKERS) {
      for (String kind : Works.shuffled(turn)) {
        if (pace.isOver()) {
          return;
        }
        long seed = (turn + kind.hashCode() & Integer.MAX_VALUE) % expected.seeds();
        Callable<Long> round = Works.round(kind, seed);
        expected.check(kind, seed, number % 2 == 0 ? round : () -> inVirtualThread(round));
        pace.roundDone();
        report();
      }
    }
  }

  private static Long inVirtualThread(Callable<Long> round) throws Exception {
    Outcome outcome = new Outcome();
    Thread.ofVirtual().start(() -> outcome.take(round)).join();
    return outcome.get();
  }

  private void report() {
    if (pace.rounds() % ROUNDS_PER_LINE == 0) {
      progress.println(summary());
    }
  }
}
