// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.collect;

import dev.preheat.agent.classfile.ClassFile;
import dev.preheat.agent.classfile.Code;
import dev.preheat.agent.instrument.RecordedMethod;
import dev.preheat.agent.instrument.Recording;
import dev.preheat.agent.instrument.TracedMethod;
import dev.preheat.agent.vm.VmMethod;
import dev.preheat.format.trace.ArgumentTypes;
import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.Invocations;
import dev.preheat.format.trace.LoaderRole;
import dev.preheat.format.trace.MethodId;
import dev.preheat.format.trace.SymbolicReference;
import dev.preheat.format.trace.TraceBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds the methods of classes to a trace: at once what instrumented ones recorded; what the VM
 * knows comes as candidates. Methods that are not in the class file, which agents add, are left
 * out.
 */
final class MethodCollector {
  private final TraceBuilder trace;
  private final Optional<Recording> recording;
  private final Map<String, List<RecordedMethod>> calls;
  private final Optional<Observation> observation;
  private final List<Candidate> candidates = new ArrayList<>();

  MethodCollector(
      TraceBuilder trace, Optional<Recording> recording, Optional<Observation> observation) {
    this.trace = trace;
    this.recording = recording;
    this.calls = recording.isPresent() ? recording.get().calls() : Map.of();
    this.observation = observation;
  }

  /** Whether any method of a class ran. */
  boolean ran(LoadedClass type) {
    return !type.executed().isEmpty() || !recorded(type.id()).isEmpty();
  }

  /**
   * Adds the methods of a class that ran.
   *
   * @throws IllegalArgumentException if the class file is damaged
   */
  void collect(LoadedClass type, byte[] bytes) {
    ClassFile classFile = ClassFile.read(bytes);
    Set<MethodId> recorded = new HashSet<>();
    for (RecordedMethod each : recorded(type.id())) {
      TracedMethod method = each.method();
      if (classFile.code(method.name(), method.descriptor()) != null) {
        MethodId id = new MethodId(type.id(), method.name(), method.descriptor());
        recorded.add(id);
        addRecorded(id, each);
      }
    }
    if (observation.isPresent() && !type.executed().isEmpty()) {
      addCandidates(observation.get(), type, bytes, classFile, recorded);
    }
  }

  /** The methods that the VM counted. */
  List<Candidate> candidates() {
    return candidates;
  }

  /** Only classes of the application loader are instrumented; others may have their names. */
  private List<RecordedMethod> recorded(ClassId type) {
    List<RecordedMethod> methods = type.loader() == LoaderRole.APP ? calls.get(type.name()) : null;
    return methods == null ? List.of() : methods;
  }

  private void addRecorded(MethodId id, RecordedMethod method) {
    trace.addInvocations(id, new Invocations(method.count(), 0, 0));
    for (Map.Entry<ArgumentTypes, Long> call : method.calls().entrySet()) {
      trace.addArguments(id, call.getKey(), call.getValue());
    }
  }

  private void addCandidates(
      Observation observed,
      LoadedClass type,
      byte[] bytes,
      ClassFile classFile,
      Set<MethodId> recorded) {
    Set<SymbolicReference> resolved = observed.vm().resolved(type.type());
    IndexMaps maps =
        new IndexMaps(type.id(), bytes, recorded.isEmpty() ? Optional.empty() : recording);
    for (VmMethod method : type.executed()) {
      Origin origin = observed.footprint().origin(method);
      MethodId id = observed.vm().name(type.id(), method);
      Code code = classFile.code(id.name(), id.descriptor());
      if (code != null) {
        List<SymbolicReference> references = code.references();
        references.retainAll(resolved);
        candidates.add(
            new Candidate(
                id, method, origin, code, maps, references, code.handles(), recorded.contains(id)));
      }
    }
  }
}
