// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ArgLinePropertyTest {
  private final Properties user = new Properties();
  private final Properties system = new Properties();
  private final Properties first = new Properties();
  private final Properties second = new Properties();

  @Test
  void theValueOfTheProjectIsUsed() {
    first.setProperty("argLine", "-Xmx1g");

    ArgLineProperty property = property(first);

    assertEquals("-Xmx1g", property.value());
    property.replace("-Xmx2g");
    assertEquals("-Xmx2g", first.getProperty("argLine"));
    assertNull(second.getProperty("argLine"));
  }

  @Test
  void theCommandLineReplacesWhatEveryProjectHasAndNoLongerHidesIt() {
    user.setProperty("argLine", "-Xmx1g");
    system.setProperty("argLine", "-Xmx1g");
    first.setProperty("argLine", "-Xmx3g");

    ArgLineProperty property = property(first);
    property.replace("agent " + property.value());
    ArgLineProperty other = property(second);

    assertEquals("agent -Xmx1g", first.getProperty("argLine"));
    assertEquals("-Xmx1g", other.value());
    assertNull(user.getProperty("argLine"));
    assertNull(system.getProperty("argLine"));
  }

  @Test
  void definingLeavesAValueAlone() {
    property(first).define();
    assertEquals("", first.getProperty("argLine"));

    second.setProperty("argLine", "-Xmx1g");
    property(second).define();
    assertEquals("-Xmx1g", second.getProperty("argLine"));
  }

  private ArgLineProperty property(Properties project) {
    return new ArgLineProperty("argLine", List.of(user, system), List.of(first, second), project);
  }
}
