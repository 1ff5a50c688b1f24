// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import java.util.Objects;

/**
 * Names a class.
 *
 * @param loader the role of its defining loader
 * @param name its internal name (JVMS 4.2.1), as in {@code java/lang/String}; for an array class
 *     its descriptor, as in {@code [I}
 */
public record ClassId(LoaderRole loader, String name) implements Comparable<ClassId> {
  public ClassId {
    Objects.requireNonNull(loader, "loader");
    Names.check(name, "class");
  }

  /** By loader (boot, platform, app, other), then by name. */
  @Override
  public int compareTo(ClassId other) {
    int order = loader.compareTo(other.loader);
    return order != 0 ? order : name.compareTo(other.name);
  }
}
