// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.jdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Directories that look like JDKs. */
public final class FakeJdk {
  private static final String WITH_JVMCI = "java.base jdk.internal.vm.ci jdk.unsupported";

  private FakeJdk() {}

  /** A JDK of that version for Linux x86-64, with JVMCI. */
  public static Path create(Path home, String version) {
    return createWith(home, release(version, "Linux", "x86_64", WITH_JVMCI, "Hotspot"));
  }

  /** A JDK with that release file. */
  public static Path createWith(Path home, String release) {
    try {
      Files.createDirectories(home.resolve("bin"));
      Files.writeString(home.resolve("bin").resolve("java"), "");
      Files.writeString(home.resolve("release"), release);
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a release file. */
  public static String release(
      String version, String osName, String osArch, String modules, String variant) {
    return """
        IMPLEMENTOR="Somebody"
        JAVA_VERSION="%s"
        JVM_VARIANT="%s"
        MODULES="%s"
        OS_ARCH="%s"
        OS_NAME="%s"
        """
        .formatted(version, variant, modules, osArch, osName);
  }
}
