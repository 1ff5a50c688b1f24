// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.classpath;

import dev.preheat.format.classpath.CentralDirectory;
import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.model.ContainerKind;
import dev.preheat.format.image.model.ImageModel.Container;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The class path as the application loader sees it, the entries that manifests add included, in
 * order.
 */
public final class ClassPathContainers {

  private final List<Container> containers = new ArrayList<>();
  private final Map<Path, Integer> byPath = new LinkedHashMap<>();

  public ClassPathContainers(List<Path> classPath) throws IOException {
    for (Path entry : classPath) {
      add(entry.toAbsolutePath().normalize(), entry.getFileName().toString(), ImageLayout.NONE);
    }
  }

  public List<Container> containers() {
    return containers;
  }

  /** Index of the container at a location, or {@link ImageLayout#NONE}. */
  public int indexOf(URI location) {
    return byPath.getOrDefault(Path.of(location).toAbsolutePath().normalize(), ImageLayout.NONE);
  }

  private void add(Path path, String name, int parent) throws IOException {
    int index = containers.size();
    boolean repeated = byPath.putIfAbsent(path, index) != null;
    if (Files.isDirectory(path)) {
      containers.add(new Container(name, parent, ContainerKind.DIRECTORY, 0, 0));
    } else if (Files.isRegularFile(path)) {
      CentralDirectory identity = CentralDirectory.read(path);
      containers.add(
          new Container(name, parent, ContainerKind.JAR, identity.size(), identity.checksum()));
      if (!repeated) {
        addManifestEntries(path, index);
      }
    } else {
      containers.add(new Container(name, parent, ContainerKind.ABSENT, 0, 0));
    }
  }

  /** {@code Class-Path} of a manifest: URLs relative to the jar, separated by spaces. */
  private void addManifestEntries(Path jar, int index) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String value =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      if (value != null) {
        for (String url : value.strip().split(" +", -1)) {
          URI resolved = jar.toUri().resolve(url);
          if ("file".equals(resolved.getScheme())) {
            add(Path.of(resolved).normalize(), url, index);
          }
        }
      }
    }
  }
}
