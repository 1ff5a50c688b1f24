// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent;

import dev.preheat.agent.collect.AgentFootprint;
import dev.preheat.agent.collect.Observation;
import dev.preheat.agent.collect.TraceCollector;
import dev.preheat.agent.instrument.ClassSelection;
import dev.preheat.agent.instrument.Recording;
import dev.preheat.agent.jdk.InitializationState;
import dev.preheat.agent.jdk.JdkAccess;
import dev.preheat.agent.log.AgentLog;
import dev.preheat.agent.vm.Vm;
import dev.preheat.agent.vm.VmException;
import dev.preheat.format.contract.AgentOptions;
import dev.preheat.format.contract.TargetJdk;
import dev.preheat.format.trace.TraceWriter;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.Optional;

/** The tracing of this JVM: one file, which each writing replaces. */
final class TraceSession {
  /**
   * The JDK that images are for: what another one knows of its own methods would be wrong there.
   */
  private static final int JDK_OF_IMAGES = TargetJdk.FEATURE;

  private final Instrumentation instrumentation;
  private final TraceCollector collector;
  private final Path file;
  private final AgentLog log;

  private TraceSession(
      Instrumentation instrumentation, TraceCollector collector, Path file, AgentLog log) {
    this.instrumentation = instrumentation;
    this.collector = collector;
    this.file = file;
    this.log = log;
  }

  /**
   * Starts tracing.
   *
   * @throws IOException if the agent's jar cannot be read
   * @throws ReflectiveOperationException if the JDK does not allow it
   */
  static TraceSession start(AgentOptions options, Instrumentation instrumentation, AgentLog log)
      throws IOException, ReflectiveOperationException {
    Class<?>[] before = instrumentation.getAllLoadedClasses();
    String name = ProcessHandle.current().pid() + "-" + System.currentTimeMillis() + ".trace";
    Path file = options.directory().toAbsolutePath().resolve(name);
    JdkAccess access = JdkAccess.open(instrumentation);
    ClassSelection selection = new ClassSelection(options);
    InitializationState states = new InitializationState(access);
    Optional<Recording> recording = Optional.empty();
    if (options.instrument()) {
      recording = Optional.of(new Recording(options, access, selection, log));
      recording.get().start(instrumentation);
    }
    // Last: what comes after this is taken for the program's.
    Optional<Observation> observation = observe(instrumentation, access, before, recording, log);
    TraceCollector collector = new TraceCollector(selection, states, recording, observation, log);
    return new TraceSession(instrumentation, collector, file, log);
  }

  /** Writes the trace as it is now. Never throws. */
  synchronized void write() {
    try {
      Class<?>[] loaded = instrumentation.getAllLoadedClasses();
      TraceWriter.write(collector.collect(loaded), file);
    } catch (Throwable e) {
      log.problem("there is no trace of this JVM", e);
    }
  }

  private static Optional<Observation> observe(
      Instrumentation instrumentation,
      JdkAccess access,
      Class<?>[] before,
      Optional<Recording> recording,
      AgentLog log) {
    if (Runtime.version().feature() != JDK_OF_IMAGES) {
      log.problem("what the VM counts is left out: it is no JDK " + JDK_OF_IMAGES);
      return Optional.empty();
    }
    try {
      Vm vm = Vm.open(access);
      AgentFootprint footprint =
          AgentFootprint.measure(instrumentation, vm, before, new Rehearsal(recording));
      return Optional.of(new Observation(vm, footprint));
    } catch (VmException | RuntimeException e) {
      log.problem("what the VM counts is left out", e);
      return Optional.empty();
    }
  }

  /** What the agent does while the program runs. */
  private record Rehearsal(Optional<Recording> recording) implements Runnable {
    @Override
    public void run() {
      if (recording.isPresent()) {
        recording.get().rehearse();
      }
    }
  }
}
