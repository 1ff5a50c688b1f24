// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** How a project's tests are going to run: every execution of Surefire and Failsafe. */
public final class TestPlan {

  /** Artifact ids of the plugins whose test JVMs can be traced. */
  public static final List<String> PLUGINS =
      List.of("maven-surefire-plugin", "maven-failsafe-plugin");

  private static final String GROUP = "org.apache.maven.plugins";
  private static final List<String> GOALS = List.of("test", "integration-test");

  private final List<TestExecution> executions;
  private final UnaryOperator<String> property;

  /**
   * The plan of these executions.
   *
   * @param executions of Surefire and Failsafe
   * @param property value of a user or project property, null where there is none
   */
  public TestPlan(List<TestExecution> executions, UnaryOperator<String> property) {
    this.executions = List.copyOf(executions);
    this.property = property;
  }

  /** Reads the plugins of an effective POM. */
  public static TestPlan of(List<Plugin> plugins, UnaryOperator<String> property) {
    List<TestExecution> executions = new ArrayList<>();
    for (Plugin plugin : plugins) {
      if (!plugin.getGroupId().equals(GROUP) || !PLUGINS.contains(plugin.getArtifactId())) {
        continue;
      }
      for (PluginExecution execution : plugin.getExecutions()) {
        if (execution.getGoals().stream().anyMatch(GOALS::contains)) {
          executions.add(
              TestExecution.of(
                  plugin.getArtifactId(),
                  execution.getId(),
                  (Xpp3Dom) execution.getConfiguration()));
        }
      }
    }
    return new TestPlan(executions, property);
  }

  /** The executions, in the order of the POM. */
  public List<TestExecution> executions() {
    return executions;
  }

  /**
   * A parameter as the plugin will see it: what the POM's configuration says, else the property.
   */
  public Optional<String> value(TestExecution execution, String parameter, String propertyName) {
    return execution
        .setting(parameter)
        .or(() -> Optional.ofNullable(property.apply(propertyName)).map(String::strip));
  }

  /** Whether every execution is told not to run, or only to compile, its tests. */
  public boolean isSkipped() {
    return executions.stream().allMatch(this::isSkipped);
  }

  /** Whether an execution is told not to run its tests. */
  public boolean isSkipped(TestExecution execution) {
    boolean skipsIntegrationTests =
        execution.plugin().equals(PLUGINS.get(1)) && isTrue(execution, "skipITs", "skipITs");
    return isTrue(execution, "skip", "maven.test.skip")
        || isTrue(execution, "skipTests", "skipTests")
        || isTrue(execution, "skipExec", "maven.test.skip.exec")
        || skipsIntegrationTests;
  }

  private boolean isTrue(TestExecution execution, String parameter, String propertyName) {
    // -DskipTests without a value is true, as for Maven.
    return value(execution, parameter, propertyName)
        .map(value -> value.isEmpty() || Boolean.parseBoolean(value))
        .orElse(false);
  }
}
