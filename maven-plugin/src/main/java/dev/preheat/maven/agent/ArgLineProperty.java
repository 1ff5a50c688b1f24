package dev.preheat.maven.agent;

import java.util.List;
import java.util.Properties;

/**
 * The property that Surefire and Failsafe read their {@code argLine} from.
 *
 * <p>A property given on the command line ({@code -DargLine=-Xmx1g}) hides that of the project, and
 * is the same for all modules. So that each module gets options of its own, it is handed down to
 * the projects first, where it replaces what they have: that is what the command line means.
 */
public final class ArgLineProperty {
  private final String name;
  private final Properties project;

  /**
   * Hands a property of the command line down to the projects.
   *
   * @param name of the property
   * @param user properties of the command line
   * @param all properties of every project in the build
   * @param project properties of the project at hand, one of {@code all}
   */
  public ArgLineProperty(String name, Properties user, List<Properties> all, Properties project) {
    this.name = name;
    this.project = project;
    handDown(user, all);
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
  private void handDown(Properties user, List<Properties> all) {
    synchronized (user) {
      String value = user.getProperty(name);
      if (value != null) {
        all.forEach(properties -> properties.setProperty(name, value));
        user.remove(name);
      }
    }
  }
}
