// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingStream;

/** Looks at its own threads, heap and code while they run, and lets others look. */
public final class ObservedProgram {
  private static final String NAME = ObservedProgram.class.getName();

  private ObservedProgram() {}

  /** What only a frame refers to. */
  static final class Held {
    final int number;

    Held(int number) {
      this.number = number;
    }
  }

  public static void main(String[] args) throws Exception {
    Interpreted.run(args);
  }

  // What is busy

  static long notInlinedOuter(int count) {
    long first = middle(count, 1);
    return first + middle(count, 2);
  }

  private static long middle(int count, int step) {
    return 3 + notInlinedInner(count, step);
  }

  static long notInlinedInner(int count, int step) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < 100; j++) {
        sum += (sum >>> 3) ^ (i * step + j);
      }
    }
    return sum;
  }

  // What waits

  static boolean notInlinedHolder(Object lock, CountDownLatch inside, CountDownLatch end) {
    Held held = new Held(1);
    boolean isInterrupted;
    synchronized (lock) {
      isInterrupted = held(inside, end);
    }
    Reference.reachabilityFence(held);
    return isInterrupted;
  }

  private static boolean held(CountDownLatch inside, CountDownLatch end) {
    Held[] more = {new Held(2), new Held(3)};
    boolean isInterrupted;
    synchronized (more) {
      isInterrupted = notInlinedWait(inside, end);
    }
    Reference.reachabilityFence(more);
    return isInterrupted;
  }

  static boolean notInlinedWait(CountDownLatch inside, CountDownLatch end) {
    inside.countDown();
    boolean isInterrupted = false;
    while (true) {
      try {
        end.await();
        break;
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    return isInterrupted;
  }

  /** Who looks. */
  static final class Interpreted {
    private static final int MOST_ROUNDS = 2_000;

    private Interpreted() {}

    static void run(String[] args) throws Exception {
      switch (args.length == 0 ? "" : args[0]) {
        case "commands" -> commands(Path.of(args[1]), Path.of(args[2]));
        case "recorder" -> recorder(Path.of(args[1]));
        case "profiler" -> profiler(Path.of(args[1]), Path.of(args[2]));
        case "debugger" -> debugger();
        default -> {
          commands(null, null);
          System.out.println(notInlinedOuter(1_000));
        }
      }
      System.out.println("goes on: " + notInlinedOuter(2_000) + " " + virtual());
    }

    private static long virtual() throws InterruptedException {
      long[] result = new long[1];
      Thread.ofVirtual().start(() -> result[0] = notInlinedOuter(10)).join();
      return result[0];
    }

    /** Diagnostic commands, as jcmd gives them, and management beans. */
    static void commands(Path code, Path dump) throws Exception {
      Object lock = new StringBuilder("lock");
      CountDownLatch inside = new CountDownLatch(1);
      CountDownLatch end = new CountDownLatch(1);
      Thread thread =
          new Thread(
              () -> System.out.println("waited: " + notInlinedHolder(lock, inside, end)),
              "observed");
      thread.setDaemon(true);
      thread.start();
      inside.await();
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      for (int i = 0; i < 2; i++) {
        print("threadPrint", ofThread(command("threadPrint", "-l")));
        print("gcClassHistogram", ofHeld(command("gcClassHistogram")));
        print("thread", describe(thread.threadId()));
        ManagementFactory.getMemoryMXBean().gc();
      }
      System.out.println(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() > 0
              ? "memory used"
              : "no memory used");
      System.out.println(
          Arrays.toString(ManagementFactory.getThreadMXBean().findDeadlockedThreads()));
      if (code != null) {
        Files.writeString(code, command("compilerCodelist"));
        // Not for beans.
        int exitCode =
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    Long.toString(ProcessHandle.current().pid()),
                    "GC.heap_dump",
                    dump.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        System.out.println("jcmd: " + exitCode);
      }
      end.countDown();
      thread.join();
    }

    /** Samples of the JVM's own recorder, until the busy method was seen on several lines. */
    static void recorder(Path file) throws Exception {
      SortedSet<String> stacks = new TreeSet<>();
      AtomicBoolean isSeen = new AtomicBoolean();
      try (RecordingStream stream = new RecordingStream()) {
        stream.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(1));
        stream.setReuse(false);
        stream.onEvent(
            "jdk.ExecutionSample",
            event -> {
              String stack =
                  event.getStackTrace().getFrames().stream()
                      .filter(frame -> frame.getMethod().getType().getName().equals(NAME))
                      .map(Interpreted::text)
                      .collect(Collectors.joining(" "));
              if (stack.contains("notInlinedInner")) {
                stacks.add(stack);
                isSeen.set(stacks.size() > 1);
              }
            });
        stream.startAsync();
        for (int i = 0; i < MOST_ROUNDS && !isSeen.get(); i++) {
          notInlinedOuter(2_000);
        }
        stream.stop();
      }
      Files.write(file, stacks);
    }

    private static String text(RecordedFrame frame) {
      return frame.getMethod().getName() + ":" + frame.getLineNumber() + ":" + frame.getType();
    }

    /** A profiler that is attached to the running program and asks AsyncGetCallTrace. */
    static void profiler(Path agent, Path file) throws Exception {
      System.out.println(load(agent, "start,event=itimer,interval=1ms,cstack=no"));
      String seen = "";
      for (int i = 0; i < MOST_ROUNDS && !seen.contains("notInlinedInner_[j]"); i++) {
        notInlinedOuter(20_000);
        load(agent, "dump,collapsed,ann,file=" + file);
        seen = Files.readString(file);
      }
      System.out.println(load(agent, "stop"));
    }

    /** The JDK's debugger, which cannot be attached to a running program. */
    static void debugger() throws JMException {
      notInlinedOuter(1_000);
      Path agent = Path.of(System.getProperty("java.home"), "lib", "libjdwp.so");
      String said = load(agent, "transport=dt_socket,server=y,suspend=n,address=localhost:0");
      System.out.println(said.replace(agent.toString(), agent.getFileName().toString()));
      System.out.println(notInlinedOuter(1_000));
    }

    private static String load(Path agent, String options) throws JMException {
      return command("jvmtiAgentLoad", agent.toAbsolutePath().toString(), "\"" + options + "\"")
          .strip();
    }

    private static String command(String name, String... arguments) throws JMException {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  name,
                  new Object[] {arguments},
                  new String[] {String[].class.getName()});
    }

    /** The frames and monitors of the thread, without addresses. */
    private static String ofThread(String threads) {
      StringBuilder text = new StringBuilder();
      boolean isObserved = false;
      for (String line : threads.lines().toList()) {
        if (line.startsWith("\"")) {
          isObserved = line.startsWith("\"observed\"");
        } else if (isObserved
            && (line.contains(NAME + ".notInlined") || line.contains("- locked <"))) {
          text.append("\n ").append(line.replaceAll("<0x[0-9a-f]+>", "").strip());
        }
      }
      return text.toString();
    }

    /** How many there are. */
    private static String ofHeld(String histogram) {
      return histogram
          .lines()
          .filter(line -> line.contains("$Held"))
          .map(line -> line.strip().replaceAll(" +", " ").replaceFirst("\\d+: ", ""))
          .sorted()
          .collect(Collectors.joining(", "));
    }

    private static String describe(long id) {
      ThreadInfo info =
          ManagementFactory.getThreadMXBean().getThreadInfo(new long[] {id}, true, true)[0];
      StringBuilder text = new StringBuilder();
      for (StackTraceElement frame : info.getStackTrace()) {
        if (frame.getClassName().equals(NAME)) {
          text.append("\n ").append(frame);
        }
      }
      for (MonitorInfo monitor : info.getLockedMonitors()) {
        text.append("\n locked ")
            .append(monitor.getClassName())
            .append(" at ")
            .append(monitor.getLockedStackFrame());
      }
      return text.toString();
    }

    private static void print(String name, String text) throws IOException {
      System.out.println(name + ": " + text);
    }
  }
}
