// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The options a JVM needs to run what is in a jar of ours: each jar says so itself. */
public final class JvmOptions {

  /** Entry of the jar: one option a line. */
  public static final String ENTRY = "META-INF/preheat/jvm-options";

  private JvmOptions() {}

  /**
   * Reads the options.
   *
   * @throws IOException if the jar cannot be read or has no such entry
   */
  public static List<String> read(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      ZipEntry entry = file.getEntry(ENTRY);
      if (entry == null) {
        throw new FileNotFoundException(jar + " has no entry " + ENTRY);
      }
      try (InputStream input = file.getInputStream(entry)) {
        String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
      }
    }
  }
}
