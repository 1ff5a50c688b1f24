// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.meter;

import java.io.IOException;

/** Work that is done again and again until the meter has seen enough. */
public interface Workload extends AutoCloseable {

  /**
   * Does the work.
   *
   * @throws Exception if it cannot be done
   */
  void run(Meter meter) throws Exception;

  /**
   * Gives up what the workload holds; nothing unless it says so.
   *
   * @throws IOException if that fails
   */
  @Override
  default void close() throws IOException {}
}
