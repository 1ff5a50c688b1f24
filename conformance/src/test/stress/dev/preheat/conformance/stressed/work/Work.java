// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.work;

/** A kind of work. What a round yields depends on nothing but its seed. */
public interface Work {
  /** Does the work once and returns a checksum of all that it saw. */
  long round(long seed) throws Exception;
}
