// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

class TestPlanTest {
  private static final TestExecution SUREFIRE = execution("maven-surefire-plugin", Map.of());
  private static final TestExecution FAILSAFE = execution("maven-failsafe-plugin", Map.of());

  @Test
  void readsEveryExecutionThatRunsTests() {
    Xpp3Dom configuration = new Xpp3Dom("configuration");
    add(configuration, "argLine", " -Xmx1g ");
    Xpp3Dom toolchain = new Xpp3Dom("jdkToolchain");
    add(toolchain, "version", "[17,18)");
    configuration.addChild(toolchain);
    Plugin surefire = plugin("maven-surefire-plugin", "default-test", "test");
    surefire.getExecutions().get(0).setConfiguration(configuration);
    Plugin failsafe = plugin("maven-failsafe-plugin", "it", "integration-test");
    failsafe.addExecution(pluginExecution("check", "verify"));

    TestPlan plan =
        TestPlan.of(
            List.of(plugin("maven-jar-plugin", "jar", "jar"), surefire, failsafe),
            new Properties()::getProperty);

    assertEquals(
        List.of(
            new TestExecution(
                "maven-surefire-plugin",
                "default-test",
                Map.of("argLine", "-Xmx1g"),
                Map.of("version", "[17,18)")),
            new TestExecution("maven-failsafe-plugin", "it", Map.of(), Map.of())),
        plan.executions());
  }

  @Test
  void thePomWinsOverTheProperty() {
    TestExecution configured = execution("maven-surefire-plugin", Map.of("forkCount", "2"));
    TestPlan plan = plan(Map.of("forkCount", "0"), configured, SUREFIRE);

    assertEquals(Optional.of("2"), plan.value(configured, "forkCount", "forkCount"));
    assertEquals(Optional.of("0"), plan.value(SUREFIRE, "forkCount", "forkCount"));
    assertEquals(Optional.empty(), plan.value(SUREFIRE, "jvm", "jvm"));
  }

  @Test
  void skippingInAllItsForms() {
    assertFalse(plan(Map.of(), SUREFIRE, FAILSAFE).isSkipped());
    assertTrue(plan(Map.of("skipTests", ""), SUREFIRE, FAILSAFE).isSkipped());
    assertTrue(plan(Map.of("skipTests", "true"), SUREFIRE).isSkipped());
    assertFalse(plan(Map.of("skipTests", "false"), SUREFIRE).isSkipped());
    assertTrue(plan(Map.of("maven.test.skip", "true"), SUREFIRE, FAILSAFE).isSkipped());
    assertTrue(plan(Map.of("maven.test.skip.exec", "true"), SUREFIRE).isSkipped());
    assertTrue(
        plan(Map.of(), execution("maven-surefire-plugin", Map.of("skip", "true"))).isSkipped());
  }

  @Test
  void oneExecutionThatRunsIsEnough() {
    assertFalse(plan(Map.of("skipITs", "true"), SUREFIRE, FAILSAFE).isSkipped());
    assertTrue(plan(Map.of("skipITs", "true"), FAILSAFE).isSkipped());
    assertFalse(plan(Map.of("skipITs", "true"), SUREFIRE).isSkipped());
  }

  private static TestPlan plan(Map<String, String> properties, TestExecution... executions) {
    return new TestPlan(List.of(executions), properties::get);
  }

  private static TestExecution execution(String plugin, Map<String, String> settings) {
    return new TestExecution(plugin, "default", settings, Map.of());
  }

  private static Plugin plugin(String artifactId, String id, String goal) {
    Plugin plugin = new Plugin();
    plugin.setGroupId("org.apache.maven.plugins");
    plugin.setArtifactId(artifactId);
    plugin.addExecution(pluginExecution(id, goal));
    return plugin;
  }

  private static PluginExecution pluginExecution(String id, String goal) {
    PluginExecution execution = new PluginExecution();
    execution.setId(id);
    execution.addGoal(goal);
    return execution;
  }

  private static void add(Xpp3Dom parent, String name, String value) {
    Xpp3Dom child = new Xpp3Dom(name);
    child.setValue(value);
    parent.addChild(child);
  }
}
