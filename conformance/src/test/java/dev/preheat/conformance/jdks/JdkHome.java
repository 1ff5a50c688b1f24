// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.jdks;

import dev.preheat.format.contract.TargetJdk;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A JDK.
 *
 * @param home its directory
 * @param feature 25, 26, ...
 * @param runtimeVersion with the build, such as 25.0.3+9-LTS; a JVM calls itself so, too
 * @param vendor of the build
 */
record JdkHome(Path home, int feature, String runtimeVersion, String vendor) {
  /**
   * Those that a list names.
   *
   * @param homes separated by commas
   * @throws IllegalArgumentException if one is none, two are the same build, or none can make
   *     images
   */
  static List<JdkHome> list(String homes) throws IOException {
    List<JdkHome> all = new ArrayList<>();
    for (String home : homes.split(",", -1)) {
      all.add(read(Path.of(home.strip())));
    }
    long builds = all.stream().map(JdkHome::name).distinct().count();
    if (builds < all.size()) {
      throw new IllegalArgumentException("the same build twice: " + all);
    }
    if (all.stream().noneMatch(JdkHome::makesImages)) {
      throw new IllegalArgumentException("no JDK 25, which could make an image: " + all);
    }
    return all;
  }

  private static JdkHome read(Path home) throws IOException {
    Path file = home.resolve("release");
    if (!Files.isRegularFile(file) || !Files.isExecutable(home.resolve("bin/java"))) {
      throw new IllegalArgumentException(home + " is no home of a JDK");
    }
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      release.load(reader);
    }
    String version = value(release, "JAVA_VERSION");
    return new JdkHome(
        home.toAbsolutePath(),
        Integer.parseInt(version.split("\\.", 2)[0]),
        value(release, "JAVA_RUNTIME_VERSION"),
        value(release, "IMPLEMENTOR"));
  }

  private static String value(Properties release, String key) {
    return release.getProperty(key, "").replace("\"", "").strip();
  }

  /** Whether images are made with it. */
  boolean makesImages() {
    return feature == TargetJdk.FEATURE;
  }

  /** What no other build is called, as the name of a directory: several vendors build a version. */
  String name() {
    return (vendor + "-" + runtimeVersion).replaceAll("[^A-Za-z0-9.+-]+", "-");
  }

  Path java() {
    return home.resolve("bin/java");
  }

  @Override
  public String toString() {
    return vendor + " " + runtimeVersion;
  }
}
