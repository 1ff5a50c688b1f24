// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.collect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFilesTest {
  private static final String NAME = Sample.class.getName();
  private static final String FILE = NAME.replace('.', '/') + ".class";

  @TempDir Path directory;

  @Test
  void findsClassFilesInDirectories() throws Exception {
    Path root = directory.resolve("a b%20+#");
    Path file = root.resolve(FILE);
    Files.createDirectories(file.getParent());
    Files.write(file, sample());
    try (URLClassLoader loader = loader(root);
        ClassFiles files = new ClassFiles()) {
      assertArrayEquals(sample(), files.find(loader.loadClass(NAME)));
    }
  }

  @Test
  void findsTheClassFileThatThisVersionOfJavaLoads() throws Exception {
    byte[] marked = sample();
    // The minor version, which nobody looks at: the two files differ.
    marked[5] = 0;
    byte[] other = {1, 2, 3};
    Path jar = directory.resolve("a b.jar");
    write(jar, Map.of(FILE, other, "META-INF/versions/11/" + FILE, marked));
    try (URLClassLoader loader = loader(jar);
        ClassFiles files = new ClassFiles()) {
      assertArrayEquals(marked, files.find(loader.loadClass(NAME)));
    }
  }

  @Test
  void aClassFileThatIsGoneIsNotFound() throws Exception {
    Path root = directory.resolve("classes");
    Path file = root.resolve(FILE);
    Files.createDirectories(file.getParent());
    Files.write(file, sample());
    try (URLClassLoader loader = loader(root);
        ClassFiles files = new ClassFiles()) {
      Class<?> type = loader.loadClass(NAME);
      Files.delete(file);

      assertNull(files.find(type));
    }
  }

  @Test
  void classesMadeAtRunTimeHaveNone() throws Exception {
    Object proxy =
        Proxy.newProxyInstance(
            ClassFilesTest.class.getClassLoader(),
            new Class<?>[] {Runnable.class},
            (self, method, arguments) -> null);
    try (ClassFiles files = new ClassFiles()) {
      assertNull(files.find(proxy.getClass()));
    }
  }

  @Test
  void classesOfTheJdkAreInItsModules() throws Exception {
    try (ClassFiles files = new ClassFiles();
        InputStream expected = String.class.getResourceAsStream("String.class")) {
      assertArrayEquals(expected.readAllBytes(), files.find(String.class));
    }
    assertTrue(ClassFiles.isOfJdk(String.class));
    assertTrue(ClassFiles.isOfJdk(java.sql.Connection.class));
    assertTrue(ClassFiles.isOfJdk(com.sun.source.tree.Tree.class));
    assertFalse(ClassFiles.isOfJdk(ClassFilesTest.class));
  }

  @Test
  void digestsAreSha256() {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        Digests.sha256(new byte[] {'a', 'b', 'c'}));
  }

  private static URLClassLoader loader(Path path) throws IOException {
    return new URLClassLoader(new URL[] {path.toUri().toURL()}, null);
  }

  private static void write(Path jar, Map<String, byte[]> entries) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
    try (OutputStream output = Files.newOutputStream(jar);
        JarOutputStream stream = new JarOutputStream(output, manifest)) {
      for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
        stream.putNextEntry(new JarEntry(entry.getKey()));
        stream.write(entry.getValue());
        stream.closeEntry();
      }
    }
  }

  private static byte[] sample() throws IOException {
    try (InputStream input = Sample.class.getResourceAsStream("ClassFilesTest$Sample.class")) {
      return input.readAllBytes();
    }
  }

  /** Loaded by loaders of its own. */
  public static final class Sample {}
}
