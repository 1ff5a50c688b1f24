// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.service;

import dev.preheat.benchmarks.meter.Program;
import dev.preheat.benchmarks.meter.Workload;
import java.util.List;

/** The program's one workload. */
final class ServiceProgram extends Program {
  private static final double HOT_SECONDS = 15;
  private static final int FEWEST_OPERATIONS = 20;

  @Override
  protected List<String> names() {
    return List.of("service");
  }

  @Override
  protected Workload workload(String name) throws Exception {
    return new Load();
  }

  @Override
  protected double hotSeconds() {
    return HOT_SECONDS;
  }

  @Override
  protected int fewestOperations() {
    return FEWEST_OPERATIONS;
  }
}
