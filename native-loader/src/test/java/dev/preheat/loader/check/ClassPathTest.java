// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.classpath.CentralDirectory;
import dev.preheat.format.image.model.ContainerKind;
import dev.preheat.loader.image.LoadedImage;
import dev.preheat.loader.image.TestImage;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {

  private static final String OLD = "old class file";
  private static final String NEW = "new class file";

  @TempDir private Path directory;
  private Path first;
  private Path second;
  private LoadedImage image;

  @BeforeEach
  void writeClassPath() throws IOException {
    first = jar("first.jar", "", "a/A", OLD);
    second = jar("second.jar", "", "b/B", OLD);
    TestImage builder = new TestImage();
    container(builder, first);
    container(builder, second);
    image =
        builder
            .container("missing.jar", ContainerKind.ABSENT, 0, 0)
            .type("a/A", 0, digest(OLD))
            .type("b/B", 1, digest(OLD))
            .load(directory.resolve("image.so"));
  }

  @Test
  void theSameClassPathIsTheSame() {
    assertTrue(ClassPath.isSame(image, path(first, second, missing())));
  }

  @Test
  void moreEntriesAtTheEndDoNoHarm() throws IOException {
    Path third = jar("third.jar", "", "b/B", NEW);

    assertTrue(ClassPath.isSame(image, path(first, second, missing(), third)));
  }

  @Test
  void anEntryInFrontIsADifference() throws IOException {
    Path front = jar("front.jar", "", "b/B", NEW);

    assertFalse(ClassPath.isSame(image, path(front, first, second, missing())));
  }

  @Test
  void aChangedJarIsADifference() throws IOException {
    second = jar("second.jar", "", "b/B", NEW);

    assertFalse(ClassPath.isSame(image, path(first, second, missing())));
  }

  @Test
  void aMissingJarIsADifference() {
    assertFalse(ClassPath.isSame(image, path(first)));
  }

  @Test
  void anEntryThatWasNotThereMustNotBeThere() throws IOException {
    Path appeared = jar("missing.jar", "", "a/A", NEW);

    assertFalse(ClassPath.isSame(image, path(first, second, appeared)));
  }

  @Test
  void entriesOfAManifestBelongToTheirJar() throws IOException {
    Path child = jar("lib/child.jar", "", "b/B", OLD);
    Path parent = jar("parent.jar", "lib/child.jar", "a/A", OLD);
    TestImage builder = new TestImage();
    container(builder, parent);
    CentralDirectory identity = CentralDirectory.read(child);
    builder.child("lib/child.jar", 0, identity.size(), identity.checksum());
    image =
        builder
            .type("a/A", 0, digest(OLD))
            .type("b/B", 1, digest(OLD))
            .load(directory.resolve("other.so"));

    assertTrue(ClassPath.isSame(image, parent.toString()));
    jar("lib/child.jar", "", "b/B", NEW);
    assertFalse(ClassPath.isSame(image, parent.toString()));
  }

  private Path missing() {
    return directory.resolve("missing.jar");
  }

  private static String path(Path... entries) {
    StringBuilder path = new StringBuilder();
    for (Path entry : entries) {
      path.append(path.isEmpty() ? "" : File.pathSeparator).append(entry);
    }
    return path.toString();
  }

  private static void container(TestImage image, Path jar) throws IOException {
    CentralDirectory identity = CentralDirectory.read(jar);
    assertEquals(Files.size(jar), identity.size());
    image.container(
        jar.getFileName().toString(), ContainerKind.JAR, identity.size(), identity.checksum());
  }

  private Path jar(String name, String classPath, String type, String content) throws IOException {
    Path jar = directory.resolve(name);
    Files.createDirectories(jar.getParent());
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!classPath.isEmpty()) {
      manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.putNextEntry(new ZipEntry(type + ".class"));
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private static String digest(String content) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
