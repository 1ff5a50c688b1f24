// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.collect;

import dev.preheat.agent.instrument.Locations;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The class files of loaded classes, as they lie where the classes came from: not what agents made
 * of them. Each jar is opened once. Class loaders are not asked: they may run code of the program.
 */
final class ClassFiles implements AutoCloseable {
  private final Map<Path, JarFile> jars = new HashMap<>();

  /** The class file of a class, or null if there is none, as for one made at run time. */
  byte[] find(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    if (isOfJdk(type)) {
      return findInModule(type, name);
    }
    URL location = location(type);
    if (location == null) {
      return null;
    }
    Path path = Locations.path(location.toExternalForm());
    if (path == null) {
      return null;
    }
    if (Files.isDirectory(path)) {
      Path file = path.resolve(name);
      return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    }
    return Files.isRegularFile(path) ? findInJar(path, name) : null;
  }

  /** Whether a class is one of the JDK, which has some in the application class loader, too. */
  static boolean isOfJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null || loader == ClassLoader.getPlatformClassLoader()) {
      return true;
    }
    URL location = location(type);
    return location != null && location.getProtocol().equals("jrt");
  }

  private static URL location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? null : source.getLocation();
  }

  private static byte[] findInModule(Class<?> type, String name) throws IOException {
    try (InputStream input = type.getModule().getResourceAsStream(name)) {
      return input == null ? null : input.readAllBytes();
    }
  }

  private byte[] findInJar(Path path, String name) throws IOException {
    JarFile jar = jars.get(path);
    if (jar == null) {
      jar = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
      jars.put(path, jar);
    }
    ZipEntry entry = jar.getEntry(name);
    if (entry == null) {
      return null;
    }
    try (InputStream input = jar.getInputStream(entry)) {
      return input.readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    for (JarFile jar : jars.values()) {
      jar.close();
    }
  }
}
