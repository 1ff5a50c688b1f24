// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.select;

import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.ClassRecord;
import dev.preheat.format.trace.Invocations;
import dev.preheat.format.trace.LoaderRole;
import dev.preheat.format.trace.MethodId;
import dev.preheat.format.trace.Trace;
import dev.preheat.format.trace.TraceBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * The loader's own hot methods: they go into every image, ahead of the program's, so that the
 * loader does not run interpreted. The loader's jar names them, and the classes that are there when
 * they run; what else they name is for failures, and is left to the interpreter.
 */
public final class LoaderMethods {

  private static final String LIST = "META-INF/preheat/methods";
  private static final String ROOT = "dev/preheat/";

  private final List<MethodId> methods;
  private final List<ClassId> classes;

  private LoaderMethods(List<MethodId> methods, List<ClassId> classes) {
    this.methods = methods;
    this.classes = classes;
  }

  /**
   * Reads the list of the loader's jar; empty where the first entry of the class path is no such
   * jar.
   */
  public static LoaderMethods read(Path loader) throws IOException {
    if (!loader.toString().endsWith(".jar")) {
      return new LoaderMethods(List.of(), List.of());
    }
    try (JarFile jar = new JarFile(loader.toFile())) {
      JarEntry list = jar.getJarEntry(LIST);
      if (list == null) {
        return new LoaderMethods(List.of(), List.of());
      }
      try (InputStream in = jar.getInputStream(list)) {
        return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  private static LoaderMethods parse(String text) {
    List<MethodId> methods = new ArrayList<>();
    List<ClassId> classes = new ArrayList<>();
    text.lines()
        .filter(line -> !line.isBlank() && line.charAt(0) != '#')
        .map(line -> line.strip().split(" ", -1))
        .forEach(
            fields -> {
              ClassId type = type(fields[0].replace('.', '/'));
              if (fields.length == 1) {
                classes.add(type);
              } else {
                methods.add(new MethodId(type, fields[1], fields[2]));
              }
            });
    return new LoaderMethods(List.copyOf(methods), List.copyOf(classes));
  }

  private static ClassId type(String name) {
    return new ClassId(name.startsWith(ROOT) ? LoaderRole.APP : LoaderRole.BOOT, name);
  }

  /** The trace with the loader's classes and methods; those methods come before all others. */
  public Trace addTo(Trace trace) {
    TraceBuilder builder = new TraceBuilder();
    for (ClassId id : classes) {
      builder.addClass(id, new ClassRecord(true, Collections.emptySortedSet()));
    }
    for (MethodId id : methods) {
      builder.addInvocations(id, new Invocations(Integer.MAX_VALUE, 0, 0));
    }
    builder.add(trace);
    return builder.build();
  }

  /** The loader's methods. */
  Set<MethodId> ids() {
    return methods.stream().collect(Collectors.toUnmodifiableSet());
  }
}
