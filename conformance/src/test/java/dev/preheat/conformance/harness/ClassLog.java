// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.ClassRecord;
import dev.preheat.format.trace.LoaderRole;
import dev.preheat.format.trace.TraceBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which classes a JVM loaded and initialised, from what it logs itself
 * (src/hotspot/share/oops/instanceKlass.cpp, print_class_load_logging and call_class_initializer).
 */
public final class ClassLog {
  private static final String LOADED = " source: ";
  private static final String INITIALIZING = " Initializing '";
  private static final String INSTALLING = "Installing method (4) ";

  /** What tells hidden classes apart that were made for the same purpose. */
  private static final Pattern HIDDEN = Pattern.compile("[/+]0x[0-9a-f]+$");

  private final Set<String> loaded = new LinkedHashSet<>();
  private final Set<String> initialized = new LinkedHashSet<>();
  private int installed;

  private ClassLog() {}

  /**
   * The option that makes a JVM write such a log, with the methods that were installed, too
   * (src/hotspot/share/jvmci/jvmciRuntime.cpp, register_method).
   */
  public static String option(Path file) {
    return "-Xlog:class+load=info,class+init=info,nmethod+install=info:file="
        + file
        + ":none:filecount=0";
  }

  /** Reads a log. */
  public static ClassLog read(Path file) throws IOException {
    ClassLog log = new ClassLog();
    for (String line : Files.readAllLines(file)) {
      int initializing = line.indexOf(INITIALIZING);
      int source = line.indexOf(LOADED);
      if (initializing >= 0) {
        int start = initializing + INITIALIZING.length();
        log.initialized.add(line.substring(start, line.indexOf('\'', start)));
      } else if (source >= 0) {
        log.loaded.add(line.substring(0, source).replace('.', '/'));
      } else if (line.startsWith(INSTALLING)) {
        log.installed++;
      }
    }
    return log;
  }

  /** Internal names of the classes in the order in which they were loaded, hidden ones as one. */
  public List<String> loaded() {
    return names(loaded);
  }

  /** Those whose initialisation was begun, in this order. */
  public List<String> initialized() {
    return names(initialized);
  }

  private static List<String> names(Set<String> names) {
    return names.stream()
        .map(name -> HIDDEN.matcher(name).replaceFirst("/hidden"))
        .distinct()
        .toList();
  }

  /** How many methods got code of level 4, from the image or by the JIT. */
  public int installed() {
    return installed;
  }

  /**
   * Adds the classes to a trace.
   *
   * @param program internal names of the classes of the class path
   */
  void addTo(TraceBuilder builder, Set<String> program) {
    for (String name : loaded) {
      role(name, program)
          .ifPresent(
              role ->
                  builder.addClass(
                      new ClassId(role, name),
                      new ClassRecord(initialized.contains(name), Collections.emptySortedSet())));
    }
  }

  private static Optional<LoaderRole> role(String name, Set<String> program) {
    if (program.contains(name)) {
      return Optional.of(LoaderRole.APP);
    }
    try {
      Class<?> type =
          Class.forName(name.replace('/', '.'), false, ClassLoader.getPlatformClassLoader());
      return Optional.of(type.getClassLoader() == null ? LoaderRole.BOOT : LoaderRole.PLATFORM);
    } catch (ClassNotFoundException | LinkageError e) {
      // A hidden class, or one that a loader of the program's own defined.
      return Optional.empty();
    }
  }
}
