// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Finds the class whose {@code main} starts the program. */
public final class MainClass {
  private static final String JAR_PLUGIN = "org.apache.maven.plugins:maven-jar-plugin";
  private static final List<String> PATH = List.of("archive", "manifest", "mainClass");
  private static final Attributes.Name SPRING_BOOT = new Attributes.Name("Spring-Boot-Classes");

  private MainClass() {}

  /**
   * The parameter of this plugin, else what the jar plugin is told to write into the manifest, else
   * what the jar's manifest says.
   *
   * @param parameter null or empty where it is not set
   * @param plugins of the effective POM
   * @param jar of the project; need not exist
   * @throws IOException if the jar is there and cannot be read
   */
  public static Optional<String> find(String parameter, List<Plugin> plugins, Path jar)
      throws IOException {
    if (parameter != null && !parameter.isBlank()) {
      return Optional.of(parameter.strip());
    }
    Optional<String> configured = ofJarPlugin(plugins);
    return configured.isPresent() ? configured : ofManifest(jar, Attributes.Name.MAIN_CLASS);
  }

  /**
   * Whether a jar is one that Spring Boot repackaged: its classes are not where a class path finds
   * them.
   *
   * @throws IOException if the jar is there and cannot be read
   */
  public static boolean isSpringBootArchive(Path jar) throws IOException {
    return ofManifest(jar, SPRING_BOOT).isPresent();
  }

  private static Optional<String> ofJarPlugin(List<Plugin> plugins) {
    for (Plugin plugin : plugins) {
      if (!plugin.getKey().equals(JAR_PLUGIN)) {
        continue;
      }
      for (PluginExecution execution : plugin.getExecutions()) {
        Optional<String> value = text((Xpp3Dom) execution.getConfiguration());
        if (execution.getId().equals("default-jar") && value.isPresent()) {
          return value;
        }
      }
      return text((Xpp3Dom) plugin.getConfiguration());
    }
    return Optional.empty();
  }

  private static Optional<String> text(Xpp3Dom configuration) {
    Xpp3Dom element = configuration;
    for (String name : PATH) {
      element = element == null ? null : element.getChild(name);
    }
    return Optional.ofNullable(element)
        .map(Xpp3Dom::getValue)
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static Optional<String> ofManifest(Path jar, Attributes.Name name) throws IOException {
    if (!Files.isRegularFile(jar)) {
      return Optional.empty();
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      return Optional.ofNullable(file.getManifest())
          .map(Manifest::getMainAttributes)
          .map(attributes -> attributes.getValue(name))
          .map(String::strip);
    }
  }
}
