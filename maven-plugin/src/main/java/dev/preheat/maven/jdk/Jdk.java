// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.jdk;

import dev.preheat.format.contract.TargetJdk;
import java.io.IOException;
import java.nio.file.Path;

/**
 * An installed JDK.
 *
 * @param home its directory, absolute
 * @param release what it says it is
 */
public record Jdk(Path home, JdkRelease release) {

  /** The Java version whose JVM images are made for. */
  public static final int FEATURE = TargetJdk.FEATURE;

  /**
   * The JDK in a directory.
   *
   * @throws IOException if its release file cannot be read
   */
  public static Jdk at(Path home) throws IOException {
    Path absolute = home.toAbsolutePath().normalize();
    return new Jdk(absolute, JdkRelease.read(absolute));
  }

  /**
   * The JDK of a {@code java} executable; symbolic links, such as those in /usr/bin, are followed.
   *
   * @throws IOException if there is no such file, or it is in no JDK
   */
  public static Jdk ofExecutable(Path java) throws IOException {
    Path bin = java.toRealPath().getParent();
    if (bin == null || bin.getParent() == null) {
      throw new IOException(java + " is not in the directory bin of a JDK");
    }
    return at(bin.getParent());
  }

  /** The launcher. */
  public Path java() {
    return home.resolve("bin").resolve("java");
  }

  /** Whether its JVM can be told to give what JVMCI knows: JDK 25, HotSpot, JVMCI included. */
  public boolean isPreheatJdk() {
    return release.feature() == FEATURE && release.hasJvmci();
  }

  @Override
  public String toString() {
    return "JDK " + release.version() + " in " + home;
  }
}
