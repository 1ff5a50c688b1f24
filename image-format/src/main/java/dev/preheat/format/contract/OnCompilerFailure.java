// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a method does to a build that makes the compiler fail, by a bug of the compiler. */
public enum OnCompilerFailure {
  /** The image is made without the method, which is left to the JIT, and the build says so. */
  WARN,
  /** No image is made. */
  FAIL;

  /** The word for it in options and requests. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its word; empty when there is none of that name. */
  public static Optional<OnCompilerFailure> of(String text) {
    return Arrays.stream(values()).filter(value -> value.text().equals(text)).findFirst();
  }
}
