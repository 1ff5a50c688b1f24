// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainClassTest {
  @TempDir private Path directory;

  @Test
  void theParameterWins() throws IOException {
    Path jar = jar("Main-Class", "a.InJar");

    assertEquals(Optional.of("a.Given"), MainClass.find(" a.Given ", jarPlugin("a.InPom"), jar));
  }

  @Test
  void theJarPluginIsNext() throws IOException {
    Path jar = jar("Main-Class", "a.InJar");

    assertEquals(Optional.of("a.InPom"), MainClass.find(null, jarPlugin("a.InPom"), jar));
    Plugin plugin = jarPlugin("a.InPom").get(0);
    PluginExecution execution = new PluginExecution();
    execution.setId("default-jar");
    execution.setConfiguration(configuration("a.InExecution"));
    plugin.addExecution(execution);
    assertEquals(Optional.of("a.InExecution"), MainClass.find("", List.of(plugin), jar));
  }

  @Test
  void theManifestIsLast() throws IOException {
    assertEquals(
        Optional.of("a.InJar"),
        MainClass.find(null, List.of(new Plugin()), jar("Main-Class", "a.InJar")));
    assertEquals(
        Optional.empty(), MainClass.find(null, List.of(), jar("Implementation-Title", "x")));
    assertEquals(
        Optional.empty(), MainClass.find(null, List.of(), directory.resolve("missing.jar")));
  }

  @Test
  void recognisesWhatSpringBootRepackaged() throws IOException {
    assertTrue(MainClass.isSpringBootArchive(jar("Spring-Boot-Classes", "BOOT-INF/classes/")));
    assertFalse(MainClass.isSpringBootArchive(jar("Main-Class", "a.Main")));
  }

  private Path jar(String name, String value) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue(name, value);
    Path jar = directory.resolve(name + ".jar");
    try (OutputStream output = Files.newOutputStream(jar)) {
      new JarOutputStream(output, manifest).close();
    }
    return jar;
  }

  private static List<Plugin> jarPlugin(String mainClass) {
    Plugin plugin = new Plugin();
    plugin.setGroupId("org.apache.maven.plugins");
    plugin.setArtifactId("maven-jar-plugin");
    plugin.setConfiguration(configuration(mainClass));
    return List.of(plugin);
  }

  private static Xpp3Dom configuration(String mainClass) {
    Xpp3Dom leaf = new Xpp3Dom("mainClass");
    leaf.setValue(mainClass);
    return parent("configuration", parent("archive", parent("manifest", leaf)));
  }

  private static Xpp3Dom parent(String name, Xpp3Dom child) {
    Xpp3Dom parent = new Xpp3Dom(name);
    parent.addChild(child);
    return parent;
  }
}
