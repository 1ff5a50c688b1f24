// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.collect;

import dev.preheat.agent.instrument.ClassSelection;
import dev.preheat.agent.instrument.Recording;
import dev.preheat.agent.jdk.InitializationState;
import dev.preheat.agent.log.AgentLog;
import dev.preheat.agent.vm.KnownClasses;
import dev.preheat.agent.vm.Vm;
import dev.preheat.format.trace.ClassRecord;
import dev.preheat.format.trace.Invocations;
import dev.preheat.format.trace.Jvm;
import dev.preheat.format.trace.MethodProfile;
import dev.preheat.format.trace.SymbolicReference;
import dev.preheat.format.trace.Trace;
import dev.preheat.format.trace.TraceBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes the trace of this JVM as it is now. */
public final class TraceCollector {
  private final ClassSelection selection;
  private final InitializationState states;
  private final Optional<Recording> recording;
  private final Optional<Observation> observation;
  private final AgentLog log;

  /**
   * A collector.
   *
   * @param recording empty if nothing is instrumented
   * @param observation empty if nothing is known of what the VM counts itself
   */
  public TraceCollector(
      ClassSelection selection,
      InitializationState states,
      Optional<Recording> recording,
      Optional<Observation> observation,
      AgentLog log) {
    this.selection = selection;
    this.states = states;
    this.recording = recording;
    this.observation = observation;
    this.log = log;
  }

  /**
   * Collects.
   *
   * @param types all loaded classes, taken before the agent starts its own work
   * @throws IOException if a jar cannot be closed
   */
  public Trace collect(Class<?>[] types) throws IOException {
    Optional<Vm> vm =
        observation.isPresent() ? Optional.of(observation.get().vm()) : Optional.empty();
    LoadedClasses loaded = LoadedClasses.of(types, selection, states, vm);
    TraceBuilder trace = new TraceBuilder();
    trace.addJvm(
        new Jvm(System.getProperty("java.vm.version"), System.getProperty("java.vm.vendor")));
    MethodCollector methods = new MethodCollector(trace, recording, observation);
    List<LoadedClass> classes = new ArrayList<>();
    try (ClassFiles files = new ClassFiles()) {
      for (LoadedClass type : loaded.traced()) {
        if (collect(type, files, trace, methods)) {
          classes.add(type);
        }
      }
    }
    if (observation.isPresent()) {
      List<Candidate> program =
          ProgramMethods.of(
              methods.candidates(),
              callees(loaded.ofAgent(), observation.get()),
              callees(loaded.hidden(), observation.get()));
      add(program, observation.get(), loaded.known(), trace);
      classes = ofProgram(classes, program, observation.get());
    }
    for (LoadedClass type : classes) {
      trace.addClass(type.id(), new ClassRecord(type.initialized(), new TreeSet<>()));
    }
    return trace.build();
  }

  /** Names, with descriptors, of the methods that classes call. */
  private static Set<String> callees(List<Class<?>> types, Observation observed) {
    Set<String> names = new HashSet<>();
    for (Class<?> type : types) {
      if (type.isHidden() && observed.footprint().isOlder(type)) {
        continue;
      }
      for (SymbolicReference reference : observed.vm().resolved(type)) {
        if (reference instanceof SymbolicReference.MethodReference) {
          names.add(reference.name() + reference.descriptor());
        }
      }
    }
    return names;
  }

  /** False if the class is one that was made at run time: nobody else can find it. */
  private boolean collect(
      LoadedClass type, ClassFiles files, TraceBuilder trace, MethodCollector methods) {
    try {
      // The classes of the JDK are known by the JDK's build.
      boolean jdk = ClassFiles.isOfJdk(type.type());
      boolean ran = methods.ran(type);
      byte[] classFile = jdk && !ran ? null : files.find(type.type());
      if (classFile == null) {
        return jdk && !ran;
      }
      if (!jdk) {
        SortedSet<String> digests = new TreeSet<>();
        digests.add(Digests.sha256(classFile));
        trace.addClass(type.id(), new ClassRecord(type.initialized(), digests));
      }
      if (ran) {
        methods.collect(type, classFile);
      }
      return true;
    } catch (IOException | RuntimeException e) {
      log.problem(type.id().name() + " is not in the trace", e);
      return false;
    }
  }

  private static List<LoadedClass> ofProgram(
      List<LoadedClass> classes, List<Candidate> program, Observation observed) {
    ProgramClasses used = new ProgramClasses(observed.footprint(), program, classes);
    List<LoadedClass> kept = new ArrayList<>();
    for (LoadedClass type : classes) {
      if (used.contains(type)) {
        kept.add(type);
      }
    }
    return kept;
  }

  private void add(
      List<Candidate> program, Observation observed, KnownClasses known, TraceBuilder trace) {
    for (Candidate each : program) {
      Invocations counted = observed.footprint().ofProgram(each.method());
      long count = each.recorded() ? 0 : counted.count();
      trace.addInvocations(each.id(), new Invocations(count, counted.loops(), counted.tier()));
      trace.addReferences(each.id(), each.references());
      try {
        Optional<MethodProfile> profile = profile(each, observed.vm(), known);
        if (profile.isPresent()) {
          trace.addProfile(each.id(), profile.get());
        }
      } catch (RuntimeException e) {
        log.problem("there is no profile of " + each.id(), e);
      }
    }
  }

  private static Optional<MethodProfile> profile(Candidate candidate, Vm vm, KnownClasses known) {
    if (candidate.method().data().length == 0) {
      return Optional.empty();
    }
    var original =
        candidate.maps().find(candidate.id(), candidate.code(), vm.codeLength(candidate.method()));
    return original.isPresent()
        ? vm.profile(candidate.method(), known, candidate.code().length(), original.get())
        : Optional.empty();
  }
}
