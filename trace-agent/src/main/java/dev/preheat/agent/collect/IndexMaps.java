// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.collect;

import dev.preheat.agent.classfile.ClassFile;
import dev.preheat.agent.classfile.Code;
import dev.preheat.agent.classfile.IndexMap;
import dev.preheat.agent.instrument.Recording;
import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.MethodId;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * From the bytecode of a class's methods as it runs to that of its class file. What runs is known
 * by its length: it is the class file's, or what the agent makes of that. Where another agent had
 * its hands in it, it is neither.
 */
final class IndexMaps {
  private final ClassId type;
  private final byte[] bytes;
  private final Optional<Recording> recording;
  private ClassFile instrumented;

  /**
   * For one class.
   *
   * @param recording empty if the class was not instrumented
   */
  IndexMaps(ClassId type, byte[] bytes, Optional<Recording> recording) {
    this.type = type;
    this.bytes = bytes;
    this.recording = recording;
  }

  /**
   * The map of a method.
   *
   * @param original its code in the class file
   * @param runningLength length of its code as it runs, in bytes
   * @return empty if it cannot be told
   */
  Optional<? extends IntUnaryOperator> find(MethodId method, Code original, int runningLength) {
    if (runningLength == original.length()) {
      return Optional.of(IntUnaryOperator.identity());
    }
    if (recording.isEmpty()) {
      return Optional.empty();
    }
    if (instrumented == null) {
      instrumented = ClassFile.read(recording.get().instrument(type.name(), bytes));
    }
    Code expected = instrumented.code(method.name(), method.descriptor());
    return expected != null && expected.length() == runningLength
        ? IndexMap.between(expected, original)
        : Optional.empty();
  }
}
