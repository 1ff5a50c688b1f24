// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.agent;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * One execution of Surefire or Failsafe, as the POM has it, with the settings that decide whether
 * and how a test JVM starts.
 *
 * @param plugin artifact id of the plugin
 * @param id of the execution
 * @param settings text of each simple parameter in the configuration
 * @param toolchain requirements of {@code jdkToolchain}; empty where it is not set
 */
public record TestExecution(
    String plugin, String id, Map<String, String> settings, Map<String, String> toolchain) {

  private static final String TOOLCHAIN = "jdkToolchain";

  public TestExecution {
    settings = Map.copyOf(settings);
    toolchain = Map.copyOf(toolchain);
  }

  /** Reads the configuration of an execution; null stands for an empty one. */
  public static TestExecution of(String plugin, String id, Xpp3Dom configuration) {
    return new TestExecution(
        plugin,
        id,
        children(configuration),
        children(configuration == null ? null : configuration.getChild(TOOLCHAIN)));
  }

  /** The text of a parameter, where the POM sets it. */
  public Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  private static Map<String, String> children(Xpp3Dom parent) {
    Map<String, String> values = new TreeMap<>();
    if (parent != null) {
      for (Xpp3Dom child : parent.getChildren()) {
        if (child.getChildCount() == 0 && child.getValue() != null) {
          values.put(child.getName(), child.getValue().strip());
        }
      }
    }
    return values;
  }
}
