// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.image;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;

/** Where classes of this plugin come from, to give them to a JVM of their own. */
final class CodeSources {
  private CodeSources() {}

  /** The jar or directory that a class was loaded from. */
  static Path of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException(type + " comes from the JDK");
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(source.getLocation() + " is no file", e);
    }
  }
}
