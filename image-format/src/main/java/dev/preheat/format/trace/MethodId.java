// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import java.util.Objects;

/**
 * Names a method.
 *
 * @param holder the class that declares it
 * @param name its name, as in {@code <init>}
 * @param descriptor its descriptor (JVMS 4.3.3), as in {@code (I)V}
 */
public record MethodId(ClassId holder, String name, String descriptor)
    implements Comparable<MethodId> {
  public MethodId {
    Objects.requireNonNull(holder, "holder");
    Names.check(name, "method");
    Names.check(descriptor, "descriptor");
  }

  /** By holder, then by name, then by descriptor. */
  @Override
  public int compareTo(MethodId other) {
    int order = holder.compareTo(other.holder);
    if (order == 0) {
      order = name.compareTo(other.name);
    }
    return order != 0 ? order : descriptor.compareTo(other.descriptor);
  }
}
