// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import java.util.Objects;

/**
 * The JVM that a trace was made in.
 *
 * @param version the system property {@code java.vm.version}
 * @param vendor the system property {@code java.vm.vendor}
 */
public record Jvm(String version, String vendor) implements Comparable<Jvm> {
  public Jvm {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(vendor, "vendor");
  }

  @Override
  public int compareTo(Jvm other) {
    int order = version.compareTo(other.version);
    return order != 0 ? order : vendor.compareTo(other.vendor);
  }
}
