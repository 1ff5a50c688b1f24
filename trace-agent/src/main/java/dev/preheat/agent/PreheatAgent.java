// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent;

import dev.preheat.agent.log.AgentLog;
import dev.preheat.format.contract.AgentOptions;
import java.lang.instrument.Instrumentation;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The entry points of the agent. Whatever goes wrong, the program runs as it would without: it
 * leaves no trace then, and a message in the log that the options name, if they can be read.
 */
public final class PreheatAgent {
  /** The option with which a JVM that is traced is asked, by attaching, to write its trace now. */
  private static final String DUMP = "dump";

  private static final AtomicReference<TraceSession> SESSION = new AtomicReference<>();

  private PreheatAgent() {}

  /**
   * Traces the program from its start: {@code -javaagent:agent.jar=options}.
   *
   * @param options see {@link AgentOptions}
   */
  public static void premain(String options, Instrumentation instrumentation) {
    start(options, instrumentation);
  }

  /**
   * With the option {@code dump}: writes the trace of a JVM that is traced, which goes on; returns
   * when the file is there. What that makes the JDK run is in later traces of this JVM. With
   * others: starts to trace; classes that are loaded already are not instrumented.
   *
   * <pre>{@code
   * VirtualMachine.attach(pid).loadAgent("agent.jar", "dump");
   * }</pre>
   *
   * @param options {@code dump}, or see {@link AgentOptions}
   */
  public static void agentmain(String options, Instrumentation instrumentation) {
    if (!DUMP.equals(options)) {
      start(options, instrumentation);
      return;
    }
    write();
  }

  private static void write() {
    TraceSession session = SESSION.get();
    if (session != null) {
      session.write();
    }
  }

  private static void start(String text, Instrumentation instrumentation) {
    AgentLog log = new AgentLog(Optional.empty());
    try {
      AgentOptions options = AgentOptions.parse(text == null ? "" : text);
      log = new AgentLog(options.log());
      if (SESSION.get() == null) {
        Runtime.getRuntime().addShutdownHook(new Writer());
        SESSION.set(TraceSession.start(options, instrumentation, log));
      }
    } catch (Throwable e) {
      log.problem("this JVM is not traced", e);
    }
  }

  /** Runs when the JVM ends, also by {@code System.exit}. */
  private static final class Writer extends Thread {
    Writer() {
      super("preheat trace");
    }

    @Override
    public void run() {
      write();
    }
  }
}
