// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.jdk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the file {@code release} in a JDK's home says about it. Every JDK since 7 has one; it is
 * written by make/ReleaseFile.gmk of the JDK's build, so that nothing has to be started to know the
 * JDK.
 *
 * @param version {@code JAVA_VERSION}, such as 25.0.3
 * @param runtimeVersion {@code JAVA_RUNTIME_VERSION}, which also tells early access builds, such as
 *     25.0.3+9-LTS; empty where it is not given
 * @param feature first number of the version: 25
 * @param implementor {@code IMPLEMENTOR}, empty where it is not given
 * @param osName {@code OS_NAME}, such as Linux
 * @param osArch {@code OS_ARCH}, such as x86_64
 * @param variant {@code JVM_VARIANT} as some vendors give it, such as Hotspot or Openj9; else empty
 * @param modules {@code MODULES}, empty before JDK 9
 */
public record JdkRelease(
    String version,
    String runtimeVersion,
    int feature,
    String implementor,
    String osName,
    String osArch,
    String variant,
    Set<String> modules) {

  private static final String FILE = "release";
  private static final String JVMCI_MODULE = "jdk.internal.vm.ci";

  /** No release file is anywhere near this long, in bytes. */
  private static final long MAXIMUM_SIZE = 1 << 20;

  public JdkRelease {
    modules = Set.copyOf(modules);
  }

  /**
   * Reads the release file below a JDK's home.
   *
   * @throws IOException if there is no such file, or none that names a Java version
   */
  public static JdkRelease read(Path home) throws IOException {
    Path file = home.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new IOException("there is no file " + file);
    }
    if (Files.size(file) > MAXIMUM_SIZE) {
      throw new IOException(file + " is too long for a JDK's release file");
    }
    return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
  }

  /**
   * Reads the text of a release file.
   *
   * @param name of the file, for messages
   * @throws IOException if it names no Java version
   */
  static JdkRelease parse(String name, String text) throws IOException {
    Map<String, String> values = values(text);
    String version = values.getOrDefault("JAVA_VERSION", "");
    return new JdkRelease(
        version,
        values.getOrDefault("JAVA_RUNTIME_VERSION", ""),
        feature(name, version),
        values.getOrDefault("IMPLEMENTOR", ""),
        values.getOrDefault("OS_NAME", ""),
        values.getOrDefault("OS_ARCH", ""),
        values.getOrDefault("JVM_VARIANT", ""),
        words(values.getOrDefault("MODULES", "")));
  }

  /**
   * Whether this release came out before another one. Vendors number their own builds of an update
   * with further components (25.0.4.1), which count; what is behind them (+9-LTS) does not, but
   * that an early access build (25.0.5-ea) comes before its release. A version that is not written
   * as the JDK writes them (JEP 322) counts as an earlier one.
   *
   * @param other such as 25.0.5
   */
  public boolean isBefore(String other) {
    String own = runtimeVersion.isEmpty() ? version : runtimeVersion;
    try {
      return Runtime.Version.parse(own).compareToIgnoreOptional(Runtime.Version.parse(other)) < 0;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  /** Whether this is a HotSpot JVM with JVMCI in it. */
  public boolean hasJvmci() {
    return modules.contains(JVMCI_MODULE)
        && (variant.isEmpty() || variant.equalsIgnoreCase("hotspot"));
  }

  /** Whether images can be made for, and run by, this JDK's platform. */
  public boolean isLinuxX64() {
    return osName.equals("Linux") && osArch.equals("x86_64");
  }

  private static Map<String, String> values(String text) {
    Map<String, String> values = new HashMap<>();
    text.lines()
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              if (equals > 0) {
                values.put(
                    line.substring(0, equals).strip(),
                    unquoted(line.substring(equals + 1).strip()));
              }
            });
    return values;
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** The feature number; JDK 8 and before call themselves 1.8. */
  private static int feature(String name, String version) throws IOException {
    String modern = version.startsWith("1.") ? version.substring(2) : version;
    int end = 0;
    while (end < modern.length() && Character.isDigit(modern.charAt(end))) {
      end++;
    }
    if (end == 0 || end > 4) {
      throw new IOException(name + " names no Java version (JAVA_VERSION=\"" + version + "\")");
    }
    return Integer.parseInt(modern.substring(0, end));
  }

  private static Set<String> words(String text) {
    Set<String> words = new TreeSet<>();
    for (String word : text.split(" ", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
