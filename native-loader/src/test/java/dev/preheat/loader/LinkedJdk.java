// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** A run time of this JDK's modules with the same libjvm, as {@code jlink} makes it. */
final class LinkedJdk {

  private static final List<String> MODULES =
      List.of("--add-modules", "java.base,jdk.internal.vm.ci,jdk.unsupported");

  private LinkedJdk() {}

  /**
   * Links the modules that an image needs.
   *
   * @param directory is made
   * @return what starts its JVM
   */
  static String java(Path directory, String... options) {
    List<String> arguments = new ArrayList<>(MODULES);
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--output", directory.toString()));
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text, true);
    int result =
        ToolProvider.findFirst("jlink")
            .orElseThrow()
            .run(out, out, arguments.toArray(new String[0]));
    if (result != 0) {
      throw new IllegalStateException(text.toString());
    }
    return directory.resolve("bin/java").toString();
  }
}
