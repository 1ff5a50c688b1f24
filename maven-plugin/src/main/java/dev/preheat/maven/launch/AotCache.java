// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.launch;

import dev.preheat.format.contract.LoaderOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The JDK's own cache of loaded classes (JEP 514).
 *
 * @param file absolute path
 * @param digest by which the loader knows that it is the one that was made with the image; where
 *     there is none, the loader compares the classes in it like all others
 */
public record AotCache(Path file, Optional<String> digest) {

  /** The arguments of {@code java}. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("-XX:AOTCache=" + file));
    digest.ifPresent(text -> arguments.add(LoaderOption.argument(LoaderOption.ARCHIVE, text)));
    return arguments;
  }
}
