// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import java.util.ArrayList;
import java.util.List;

/**
 * How a program is started.
 *
 * @param mainClass dotted
 * @param arguments the program's
 */
public record Launch(String mainClass, List<String> arguments) {
  public Launch {
    arguments = List.copyOf(arguments);
  }

  /** A start with arguments. */
  public static Launch of(String mainClass, String... arguments) {
    return new Launch(mainClass, List.of(arguments));
  }

  /** Main class and arguments. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    words.add(mainClass);
    words.addAll(arguments);
    return words;
  }

  /** For names of files. */
  String label() {
    String simple = mainClass.substring(mainClass.lastIndexOf('.') + 1);
    return arguments.isEmpty() ? simple : simple + "-" + String.join("-", arguments);
  }
}
