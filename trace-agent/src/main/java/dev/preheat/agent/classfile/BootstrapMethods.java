// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.classfile;

import dev.preheat.format.trace.SymbolicReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What call sites and dynamic constants of a class are linked with (JVMS 4.7.23). */
final class BootstrapMethods {
  private final ConstantPool pool;
  private final List<List<SymbolicReference.MethodReference>> methods = new ArrayList<>();

  /** None, until they are read: they come behind the code that needs them. */
  BootstrapMethods(ConstantPool pool) {
    this.pool = pool;
  }

  void read(ByteBuffer attribute) {
    for (int count = u2(attribute); count > 0; count--) {
      List<SymbolicReference.MethodReference> handles = new ArrayList<>();
      addHandle(handles, u2(attribute));
      for (int arguments = u2(attribute); arguments > 0; arguments--) {
        addHandle(handles, u2(attribute));
      }
      methods.add(handles);
    }
  }

  /** A bootstrap method and those of its arguments that are handles of methods. */
  List<SymbolicReference.MethodReference> handles(int index) {
    return methods.get(index);
  }

  private void addHandle(List<SymbolicReference.MethodReference> handles, int index) {
    SymbolicReference.MethodReference handle = pool.handle(index);
    if (handle != null) {
      handles.add(handle);
    }
  }

  private static int u2(ByteBuffer attribute) {
    return Short.toUnsignedInt(attribute.getShort());
  }
}
