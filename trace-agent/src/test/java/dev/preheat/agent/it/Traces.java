// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.trace.ArgumentTypes;
import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.LoaderRole;
import dev.preheat.format.trace.MethodId;
import dev.preheat.format.trace.ReadTrace;
import dev.preheat.format.trace.Trace;
import dev.preheat.format.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the traces that agents left. */
final class Traces {
  private Traces() {}

  /** The files in a directory, whatever they are; none if there is no directory. */
  static List<Path> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  /** The only trace in a directory. */
  static Trace only(Path directory) throws IOException {
    List<Path> files = files(directory);
    assertEquals(1, files.size(), files.toString());
    return read(files.get(0));
  }

  static Trace read(Path file) throws IOException {
    ReadTrace read = TraceReader.read(file);
    assertTrue(read.complete(), file + " is cut off");
    return read.trace();
  }

  static MethodId app(String holder, String name, String descriptor) {
    return new MethodId(new ClassId(LoaderRole.APP, holder), name, descriptor);
  }

  static MethodId boot(String holder, String name, String descriptor) {
    return new MethodId(new ClassId(LoaderRole.BOOT, holder), name, descriptor);
  }

  /** The combinations of a method, as receiver and arguments with commas between, and counts. */
  static Map<String, Long> arguments(Trace trace, MethodId method) {
    Map<String, Long> combinations = new TreeMap<>();
    for (Map.Entry<ArgumentTypes, Long> entry : trace.arguments().get(method).counts().entrySet()) {
      ArgumentTypes types = entry.getKey();
      String text = types.receiver();
      for (String argument : types.arguments()) {
        text += "," + argument;
      }
      combinations.put(text, entry.getValue());
    }
    return combinations;
  }

  /** The names of the methods of classes of the application loader, with those of their classes. */
  static List<String> appMethods(Trace trace) {
    return trace.methods().keySet().stream()
        .filter(method -> method.holder().loader() == LoaderRole.APP)
        .map(method -> method.holder().name() + "." + method.name())
        .distinct()
        .toList();
  }
}
