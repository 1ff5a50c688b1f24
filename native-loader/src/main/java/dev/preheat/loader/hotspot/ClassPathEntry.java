package dev.preheat.loader.hotspot;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;

/**
 * An entry of the class path that exists, in the order in which the application loader searches
 * them: what a jar's manifest names comes right after the jar (jdk.internal.loader.URLClassPath).
 */
final class ClassPathEntry {

  private final File directory;
  private final JarFile jar;
  private final int container;

  private ClassPathEntry(File directory, JarFile jar, int container) {
    this.directory = directory;
    this.jar = jar;
    this.container = container;
  }

  /**
   * Lists the entries of a class path.
   *
   * @param containerOf index of the image's jar that a file is the same as, -1 for none
   */
  static List<ClassPathEntry> list(String path, ToIntFunction<File> containerOf) {
    List<ClassPathEntry> entries = new ArrayList<>();
    Deque<File> next = new ArrayDeque<>();
    for (String each : path.split(File.pathSeparator, -1)) {
      next.add(new File(each.isEmpty() ? "." : each));
    }
    Set<File> seen = new HashSet<>();
    while (!next.isEmpty()) {
      File file = next.remove().getAbsoluteFile();
      if (!seen.add(file)) {
        continue;
      }
      if (file.isDirectory()) {
        entries.add(new ClassPathEntry(file, null, -1));
      } else if (file.isFile()) {
        try {
          JarFile jar = new JarFile(file, false, ZipFile.OPEN_READ, Runtime.version());
          entries.add(new ClassPathEntry(null, jar, containerOf.applyAsInt(file)));
          children(file, jar).descendingIterator().forEachRemaining(next::addFirst);
        } catch (IOException e) {
          // No jar: the application loader skips it, too.
        }
      }
    }
    return entries;
  }

  /** Index of the image's jar that this one is the same as, -1 for none. */
  int container() {
    return container;
  }

  /** Whether there is a file of that name (with slashes) here. */
  boolean has(String name) {
    return directory == null ? jar.getJarEntry(name) != null : new File(directory, name).isFile();
  }

  /** Opens a file that is here. */
  InputStream open(String name) throws IOException {
    return directory == null
        ? jar.getInputStream(jar.getJarEntry(name))
        : new FileInputStream(new File(directory, name));
  }

  private static ArrayDeque<File> children(File file, JarFile jar) throws IOException {
    ArrayDeque<File> children = new ArrayDeque<>();
    Manifest manifest = jar.getManifest();
    String names =
        manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    if (names != null) {
      for (String name : names.split(" ", -1)) {
        if (!name.isEmpty()) {
          try {
            children.add(new File(file.toURI().resolve(URI.create(name))));
          } catch (IllegalArgumentException e) {
            // No file: the application loader cannot take classes from it either.
          }
        }
      }
    }
    return children;
  }
}
