// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.jdk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JDKs that Maven knows of. */
public interface Toolchains {

  /** The {@code java} of the toolchain that the build chose, where it chose one. */
  Optional<Path> javaOfBuild();

  /** The {@code java} of each toolchain of toolchains.xml that meets the requirements, in order. */
  List<Path> javaMatching(Map<String, String> requirements);
}
