// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import dev.preheat.format.contract.ClassPattern;
import dev.preheat.format.contract.LoaderOption;
import dev.preheat.loader.outcome.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Methods that the user wants left out, to find out which one does harm. Patterns ({@link
 * ClassPattern}) are separated by commas, or lie in a file, one a line; a pattern without a
 * parenthesis is one of classes and names of methods, and fits every descriptor. Full names may be
 * as many as an image has.
 */
public final class Exclusions {

  private final Set<String> names = new HashSet<>();
  private final List<ClassPattern> ofAnyDescriptor = new ArrayList<>();
  private final List<ClassPattern> withDescriptor = new ArrayList<>();

  private Exclusions(List<String> patterns) {
    for (String each : patterns) {
      String pattern = each.strip().replace('/', '.');
      if (pattern.isEmpty() || pattern.startsWith("#")) {
        continue;
      }
      if (pattern.indexOf('(') < 0) {
        ofAnyDescriptor.add(new ClassPattern(pattern));
      } else if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
        names.add(pattern);
      } else {
        withDescriptor.add(new ClassPattern(pattern));
      }
    }
  }

  /**
   * Reads the option.
   *
   * @param option patterns, or {@code @} and a file's path; lines of the file that start with
   *     {@code #} are comments
   * @throws Refusal when there is no such file: methods would be installed that were not to be
   */
  public static Exclusions of(String option) {
    if (!option.startsWith("@")) {
      return new Exclusions(List.of(option.split(",", -1)));
    }
    try {
      return new Exclusions(Files.readAllLines(Path.of(option.substring(1))));
    } catch (IOException | InvalidPathException e) {
      throw new Refusal(
          LoaderOption.EXCLUDE, "a file with patterns", e.toString(), "correct the option");
    }
  }

  /** Whether a method (class, name and descriptor) is left out. */
  public boolean matches(String method) {
    String full = method.replace('/', '.');
    int descriptor = full.indexOf('(');
    String name = descriptor < 0 ? full : full.substring(0, descriptor);
    return names.contains(full)
        || ClassPattern.matchesAny(withDescriptor, full)
        || ClassPattern.matchesAny(ofAnyDescriptor, name);
  }
}
