// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.select;

import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Classes of the JDK that a JVM has initialised before it calls {@code main}. Code takes them to be
 * initialised; each record says which of them it relies on, and the loader looks. So the list need
 * not be exact: a class too many makes code wait, a class too few costs a guard.
 */
public final class EarlyClasses {

  private static final String RESOURCE = "/META-INF/preheat/early-classes";

  private final Set<String> names;

  private EarlyClasses(Set<String> names) {
    this.names = names;
  }

  public static EarlyClasses read() throws IOException {
    try (InputStream in = EarlyClasses.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("the compiler's jar has no " + RESOURCE);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new EarlyClasses(
          text.lines()
              .filter(line -> !line.isBlank() && line.charAt(0) != '#')
              .collect(Collectors.toUnmodifiableSet()));
    }
  }

  public boolean contains(ClassSymbol type) {
    return type.role() == ClassRole.BOOT && names.contains(type.name());
  }
}
