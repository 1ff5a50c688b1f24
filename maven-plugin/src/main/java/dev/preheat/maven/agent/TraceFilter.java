// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.agent;

import dev.preheat.format.contract.AgentOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What of a program is traced, as a goal's parameters say; null where one is not set.
 *
 * @param includes patterns of dotted class names
 * @param excludes patterns of dotted class names
 * @param instrument whether classes are instrumented
 */
public record TraceFilter(List<String> includes, List<String> excludes, boolean instrument) {

  public TraceFilter {
    includes = includes == null ? List.of() : List.copyOf(includes);
    excludes = excludes == null ? List.of() : List.copyOf(excludes);
  }

  /**
   * The options of the agent.
   *
   * @param directory for the traces
   * @param excludeLocations directories and jars whose classes are not traced
   * @param log for the agent's problems
   */
  public AgentOptions options(Path directory, List<Path> excludeLocations, Path log) {
    return new AgentOptions(
        directory,
        includes,
        excludes,
        excludeLocations,
        AgentOptions.MAXIMUM_LIMIT,
        instrument,
        Optional.of(log));
  }
}
