// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.classpath;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.model.ContainerKind;
import dev.preheat.format.image.model.ImageModel.Container;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassPathContainersTest {

  @TempDir private Path folder;

  @Test
  void jarsDirectoriesAndWhatIsNotThereKeepTheirOrder() throws IOException {
    Path jar = jar("a.jar", "");
    Path classes = Files.createDirectory(folder.resolve("classes"));
    ClassPathContainers containers =
        new ClassPathContainers(List.of(jar, classes, folder.resolve("missing.jar")));
    assertEquals(
        List.of(ContainerKind.JAR, ContainerKind.DIRECTORY, ContainerKind.ABSENT),
        containers.containers().stream().map(Container::kind).toList());
    assertEquals(0, containers.indexOf(jar.toUri()));
    assertEquals(1, containers.indexOf(classes.toUri()));
    assertEquals(ImageLayout.NONE, containers.indexOf(folder.resolve("other.jar").toUri()));
    assertEquals(Files.size(jar), containers.containers().get(0).size());
  }

  @Test
  void entriesOfAManifestFollowTheirJarAndNameIt() throws IOException {
    Files.createDirectory(folder.resolve("lib"));
    jar("lib/b.jar", "");
    Path jar = jar("a.jar", "lib/b.jar gone.jar");
    List<Container> containers = new ClassPathContainers(List.of(jar)).containers();
    assertEquals(
        List.of("a.jar", "lib/b.jar", "gone.jar"),
        containers.stream().map(Container::name).toList());
    assertEquals(
        List.of(ImageLayout.NONE, 0, 0), containers.stream().map(Container::parent).toList());
    assertEquals(ContainerKind.ABSENT, containers.get(2).kind());
  }

  @Test
  void aJarThatNamesItselfEnds() throws IOException {
    Path jar = jar("a.jar", "a.jar");
    assertEquals(2, new ClassPathContainers(List.of(jar)).containers().size());
  }

  private Path jar(String name, String classPath) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!classPath.isEmpty()) {
      manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    }
    Path jar = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    return jar;
  }
}
