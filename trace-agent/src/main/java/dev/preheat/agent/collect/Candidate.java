// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.collect;

import dev.preheat.agent.classfile.Code;
import dev.preheat.agent.vm.VmMethod;
import dev.preheat.format.trace.MethodId;
import dev.preheat.format.trace.SymbolicReference;
import java.util.ArrayList;
import java.util.List;

/**
 * A method that ran, and may be one of the program.
 *
 * @param code its code in the class file
 * @param maps how its code as it runs differs from that
 * @param references what it names and the VM has resolved
 * @param handles the methods it can run without naming them
 * @param recorded whether it recorded its calls
 */
record Candidate(
    MethodId id,
    VmMethod method,
    Origin origin,
    Code code,
    IndexMaps maps,
    List<SymbolicReference> references,
    List<SymbolicReference.MethodReference> handles,
    boolean recorded) {
  /** The names, with descriptors, of the methods that it can call. */
  List<String> callees() {
    List<String> names = new ArrayList<>();
    for (SymbolicReference reference : references) {
      if (reference instanceof SymbolicReference.MethodReference) {
        names.add(reference.name() + reference.descriptor());
      }
    }
    for (SymbolicReference.MethodReference handle : handles) {
      names.add(handle.name() + handle.descriptor());
    }
    return names;
  }
}
