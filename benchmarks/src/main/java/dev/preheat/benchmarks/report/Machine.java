// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the figures were measured on.
 *
 * @param cpu model, as the kernel names it
 * @param processors how many this process may use
 * @param system operating system and version
 * @param jdk vendor and build, of this JVM and of all that it starts
 */
public record Machine(String cpu, int processors, String system, String jdk) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /**
   * The machine and JDK that this JVM runs on.
   *
   * @throws IOException if the kernel's list of processors cannot be read
   */
  public static Machine current() throws IOException {
    return new Machine(
        cpuModel(Files.readAllLines(CPU_INFO)),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"));
  }

  /** The model in the lines of {@code /proc/cpuinfo}. */
  static String cpuModel(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown CPU");
  }

  /** For people. */
  public List<String> lines() {
    String count = processors == 1 ? "1 processor" : processors + " processors";
    return List.of(cpu + ", " + count + ", " + system, "JDK: " + jdk);
  }
}
