// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.instrument;

import dev.preheat.agent.jdk.ClassBytes;
import dev.preheat.agent.jdk.JdkAccess;
import dev.preheat.agent.log.AgentLog;
import dev.preheat.format.contract.AgentOptions;
import dev.preheat.format.trace.ArgumentTypes;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The recording of calls, from when it is started to the JVM's end. */
public final class Recording {
  private final CallTrees trees;
  private final MethodRegistry registry;
  private final Instrumenter instrumenter;
  private final ClassSelection selection;
  private final CallTransformer transformer;
  private final byte[] sample;

  /**
   * Prepares it.
   *
   * @throws IOException if the agent's jar cannot be read
   * @throws ReflectiveOperationException if the JDK does not allow it
   */
  public Recording(AgentOptions options, JdkAccess access, ClassSelection selection, AgentLog log)
      throws IOException, ReflectiveOperationException {
    this.selection = selection;
    trees = new CallTrees(access, options.limit());
    registry = new MethodRegistry(trees);
    instrumenter = new Instrumenter(registry);
    transformer = new CallTransformer(selection, instrumenter, log);
    sample = ClassBytes.of(Recording.class);
  }

  /** Does once, without effect, what is done for each class, so that it can be measured. */
  public void rehearse() {
    String name = Recording.class.getName().replace('.', '/');
    selection.treatment(name, null, Recording.class.getProtectionDomain());
    instrument(name, sample);
  }

  /** Instruments the classes that are loaded from now on. */
  public void start(Instrumentation instrumentation) {
    instrumentation.addTransformer(transformer, true);
  }

  /** The methods that were called so far, by the internal names of their classes. */
  public Map<String, List<RecordedMethod>> calls() {
    Map<String, List<RecordedMethod>> calls = new HashMap<>();
    List<TracedMethod> methods = registry.methods();
    for (int i = 0; i < methods.size(); i++) {
      TracedMethod method = methods.get(i);
      Map<ArgumentTypes, Long> counts = new HashMap<>();
      trees.visit(i, new Adder(method, counts));
      if (counts.isEmpty()) {
        continue;
      }
      List<RecordedMethod> ofHolder = calls.get(method.holder());
      if (ofHolder == null) {
        ofHolder = new ArrayList<>();
        calls.put(method.holder(), ofHolder);
      }
      ofHolder.add(new RecordedMethod(method, counts));
    }
    return calls;
  }

  /**
   * What a class file looks like when it is instrumented.
   *
   * @param internalName the class's internal name
   * @throws RuntimeException if it cannot be instrumented
   */
  public byte[] instrument(String internalName, byte[] classFile) {
    return instrumenter.instrument(internalName.replace('/', '.'), classFile);
  }

  /** Adds up combinations that look the same: those with lambdas of the same class. */
  private record Adder(TracedMethod method, Map<ArgumentTypes, Long> counts)
      implements BiConsumer<String[], Long> {
    @Override
    public void accept(String[] classNames, Long count) {
      ArgumentTypes types = method.arguments(classNames);
      Long before = counts.get(types);
      counts.put(types, before == null ? count : before + count);
    }
  }
}
