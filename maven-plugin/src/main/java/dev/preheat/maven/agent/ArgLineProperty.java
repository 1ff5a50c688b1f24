// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.agent;

import java.util.List;
import java.util.Properties;

/**
 * The property that Surefire and Failsafe read their {@code argLine} from.
 *
 * <p>A property given on the command line ({@code -DargLine=-Xmx1g}) hides that of the project, and
 * is the same for all modules. So that each module gets options of its own, it is handed down to
 * the projects first, where it replaces what they have: that is what the command line means. Maven
 * keeps it among the user properties and, for old plugins, among the system properties as well
 * ({@code MavenCli.setCliProperty}); parameters are looked up in both ({@code
 * PluginParameterExpressionEvaluator}).
 */
public final class ArgLineProperty {
  private final String name;
  private final Properties project;

  /**
   * Hands a property of the command line down to the projects.
   *
   * @param name of the property
   * @param session properties of the command line: the user's, then those of the system, which win
   * @param all properties of every project in the build
   * @param project properties of the project at hand, one of {@code all}
   */
  public ArgLineProperty(
      String name, List<Properties> session, List<Properties> all, Properties project) {
    this.name = name;
    this.project = project;
    handDown(session, all);
  }

  /** The value; null where there is none. */
  public String value() {
    return project.getProperty(name);
  }

  /** Replaces the value for this project. */
  public void replace(String value) {
    project.setProperty(name, value);
  }

  /** Makes <code>@{argLine}</code> resolvable where nobody has set the property. */
  public void define() {
    if (value() == null) {
      replace("");
    }
  }

  /** Modules may be built at the same time. */
  private void handDown(List<Properties> session, List<Properties> all) {
    synchronized (session.get(0)) {
      for (Properties properties : session) {
        String value = properties.getProperty(name);
        if (value != null) {
          all.forEach(each -> each.setProperty(name, value));
          properties.remove(name);
        }
      }
    }
  }
}
