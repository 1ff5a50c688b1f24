package dev.preheat.conformance.harness;

import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.ClassRecord;
import dev.preheat.format.trace.LoaderRole;
import dev.preheat.format.trace.TraceBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which classes a JVM loaded and initialised, from what it logs itself
 * (src/hotspot/share/oops/instanceKlass.cpp, print_class_load_logging and call_class_initializer).
 */
final class ClassLog {
  private static final String LOADED = " source: ";
  private static final String INITIALIZING = " Initializing '";

  private final Set<String> loaded = new HashSet<>();
  private final Set<String> initialized = new HashSet<>();

  private ClassLog() {}

  /** The option that makes a JVM write such a log. */
  static String option(Path file) {
    return "-Xlog:class+load=info,class+init=info:file=" + file + ":none:filecount=0";
  }

  static ClassLog read(Path file) throws IOException {
    ClassLog log = new ClassLog();
    for (String line : Files.readAllLines(file)) {
      int initializing = line.indexOf(INITIALIZING);
      int source = line.indexOf(LOADED);
      if (initializing >= 0) {
        int start = initializing + INITIALIZING.length();
        log.initialized.add(line.substring(start, line.indexOf('\'', start)));
      } else if (source >= 0) {
        log.loaded.add(line.substring(0, source).replace('.', '/'));
      }
    }
    return log;
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
