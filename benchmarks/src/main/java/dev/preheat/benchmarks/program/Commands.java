// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of each variant.
 *
 * @param java the launcher of the JDK that all of them run on
 * @param launch how Preheat starts the program
 * @param imageFile the same arguments without the AOT cache, as a file
 * @param plainCache AOT cache of the program as it is without Preheat
 * @param arguments of the program, the same in each run
 */
public record Commands(
    Path java, Launch launch, Path imageFile, Path plainCache, List<String> arguments) {

  public Commands {
    arguments = List.copyOf(arguments);
  }

  /**
   * The words of a variant's command.
   *
   * @param further options of the JVM, in front of all others
   */
  public List<String> of(Variant variant, List<String> further) {
    return switch (variant) {
      case PLAIN -> plain(further, List.of());
      case AOT_CACHE -> plain(further, List.of("-XX:AOTCache=" + plainCache));
      case IMAGE -> withFile(further, imageFile);
      case IMAGE_AOT_CACHE -> withFile(further, launch.file());
    };
  }

  /** Runs the program once to make the AOT cache of the program without Preheat. */
  public List<String> training() {
    return plain(List.of(), List.of("-XX:AOTCacheOutput=" + plainCache));
  }

  private List<String> plain(List<String> further, List<String> options) {
    List<String> words = new ArrayList<>();
    words.add(java.toString());
    words.addAll(further);
    words.addAll(options);
    words.add("-cp");
    words.add(launch.joinedClassPath());
    words.add(launch.mainClass());
    words.addAll(arguments);
    return words;
  }

  private List<String> withFile(List<String> further, Path file) {
    List<String> words = new ArrayList<>();
    words.add(java.toString());
    words.addAll(further);
    words.add("@" + file);
    words.addAll(arguments);
    return words;
  }
}
