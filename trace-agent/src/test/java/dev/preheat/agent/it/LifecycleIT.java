// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.tools.attach.VirtualMachine;
import dev.preheat.format.contract.AgentOptions;
import dev.preheat.format.trace.Trace;
import dev.preheat.testkit.Artifacts;
import dev.preheat.testkit.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the trace is written, and what a program notices of the agent. */
class LifecycleIT {
  private static final String ENDS =
      """
      public class Ends {
        static void work() {}
        public static void main(String[] args) throws Exception {
          for (int i = 0; i < 7; i++) work();
          System.out.println("out");
          System.err.println("err");
          int c = System.in.read();
          while (c >= 0) { work(); c = System.in.read(); }
          if (Boolean.getBoolean("throw")) throw new IllegalStateException("expected");
          if (Boolean.getBoolean("exit")) new Thread(() -> System.exit(3)).start();
        }
      }
      """;

  @TempDir Path directory;

  private Path classes;
  private Path traces;

  @BeforeEach
  void compile() throws Exception {
    classes = directory.resolve("classes");
    traces = directory.resolve("traces");
    Program.compile(classes, "Ends", ENDS);
  }

  @Test
  void aTraceIsWrittenAtTheEnd() throws Exception {
    ChildJvm.Result result =
        ChildJvm.bare()
            .in(directory, "jvm")
            .agent(AgentOptions.of(traces))
            .classPath(List.of(classes))
            .run("Ends", List.of());

    assertEquals(new ChildJvm.Result(0, "out\n", "err\n"), result);
    assertEquals(7, work(Traces.only(traces)));
  }

  @Test
  void aTraceIsWrittenAfterSystemExit() throws Exception {
    ChildJvm.Result result =
        ChildJvm.bare()
            .in(directory, "jvm")
            .agent(AgentOptions.of(traces))
            .option("-Dexit=true")
            .classPath(List.of(classes))
            .run("Ends", List.of());

    assertEquals(new ChildJvm.Result(3, "out\n", "err\n"), result);
    assertEquals(7, work(Traces.only(traces)));
  }

  @Test
  void aTraceIsWrittenAfterAnUncaughtException() throws Exception {
    ChildJvm.Result result =
        ChildJvm.bare()
            .in(directory, "jvm")
            .agent(AgentOptions.of(traces))
            .option("-Dthrow=true")
            .classPath(List.of(classes))
            .run("Ends", List.of());

    assertEquals(1, result.exitCode());
    assertTrue(result.err().contains("IllegalStateException: expected"), result.err());
    assertEquals(7, work(Traces.only(traces)));
  }

  @Test
  void aTraceIsWrittenOnRequest() throws Exception {
    Process process =
        ChildJvm.bare()
            .in(directory, "jvm")
            .agent(AgentOptions.of(traces))
            .option("-XX:+EnableDynamicAgentLoading")
            .classPath(List.of(classes))
            .program(List.of("Ends"))
            .start();
    awaitOutput(process);

    dump(process);
    assertEquals(7, work(Traces.only(traces)));
    process.getOutputStream().write(new byte[5]);
    process.getOutputStream().close();
    assertEquals(0, process.waitFor());

    assertEquals(12, work(Traces.only(traces)));
    assertEquals("err\n", Files.readString(directory.resolve("jvm.err")));
  }

  @Test
  void aJvmThatIsNotTracedHasNothingToWrite() throws Exception {
    Process process =
        ChildJvm.bare()
            .in(directory, "jvm")
            .option("-XX:+EnableDynamicAgentLoading")
            .classPath(List.of(classes))
            .program(List.of("Ends"))
            .start();
    awaitOutput(process);

    dump(process);
    process.getOutputStream().close();

    assertEquals(0, process.waitFor());
    assertEquals("err\n", Files.readString(directory.resolve("jvm.err")));
    assertEquals(List.of(), Traces.files(traces));
  }

  @Test
  void anAgentThatIsThereTwiceTracesOnce() throws Exception {
    ChildJvm.Result result =
        ChildJvm.bare()
            .in(directory, "jvm")
            .agent(AgentOptions.of(traces))
            .agent(AgentOptions.of(traces))
            .classPath(List.of(classes))
            .run("Ends", List.of());

    assertEquals(new ChildJvm.Result(0, "out\n", "err\n"), result);
    assertEquals(7, work(Traces.only(traces)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "directory=", "nonsense", "directory=traces,limit=99", "directory=%zz"})
  void optionsThatCannotBeReadChangeNothing(String options) throws Exception {
    ChildJvm.Result result =
        ChildJvm.bare()
            .in(directory, "jvm")
            .agent(options)
            .classPath(List.of(classes))
            .run("Ends", List.of());

    assertEquals(new ChildJvm.Result(0, "out\n", "err\n"), result);
    assertEquals(List.of(), Traces.files(traces));
  }

  @Test
  void aDirectoryThatCannotBeWrittenChangesNothing() throws Exception {
    Files.writeString(traces, "a file");
    ChildJvm.Result result =
        ChildJvm.bare()
            .in(directory, "jvm")
            .agent("directory=traces,log=agent.log")
            .option("-Dexit=true")
            .classPath(List.of(classes))
            .run("Ends", List.of());

    assertEquals(new ChildJvm.Result(3, "out\n", "err\n"), result);
    assertEquals("a file", Files.readString(traces));
    String log = Files.readString(directory.resolve("agent.log"));
    assertTrue(log.startsWith("preheat: there is no trace of this JVM: java.nio.file."), log);
  }

  @Test
  void nothingIsLoggedWhenAllIsWell() throws Exception {
    ChildJvm.bare()
        .in(directory, "jvm")
        .agent("directory=traces,log=agent.log")
        .classPath(List.of(classes))
        .run("Ends", List.of());

    assertEquals(7, work(Traces.only(traces)));
    assertEquals(false, Files.exists(directory.resolve("agent.log")));
  }

  private static long work(Trace trace) {
    return trace.methods().get(Traces.app("Ends", "work", "()V")).count();
  }

  /** The program's calls are counted when it has printed its second line. */
  private void awaitOutput(Process process) throws Exception {
    while (process.isAlive() && !Files.readString(directory.resolve("jvm.err")).endsWith("err\n")) {
      Thread.onSpinWait();
    }
  }

  private static void dump(Process process) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
    machine.loadAgent(Artifacts.agentJar().toString(), "dump");
    machine.detach();
  }
}
