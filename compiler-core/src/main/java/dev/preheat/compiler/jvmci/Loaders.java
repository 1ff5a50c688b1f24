// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.jvmci;

import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.trace.LoaderRole;
import java.util.List;

/** This JVM's class loaders, by their roles. */
final class Loaders {

  private Loaders() {}

  static ClassLoader of(ClassRole role) {
    return switch (role) {
      case BOOT -> null;
      case PLATFORM -> ClassLoader.getPlatformClassLoader();
      case APP -> ClassLoader.getSystemClassLoader();
    };
  }

  /** The role of one of them. */
  static ClassRole role(ClassLoader loader) {
    return List.of(ClassRole.values()).stream()
        .filter(role -> loader == of(role))
        .findFirst()
        .orElseThrow();
  }

  /** The role that classes of a trace have; those of other loaders are matched by content. */
  static ClassRole role(LoaderRole loader) {
    return switch (loader) {
      case BOOT -> ClassRole.BOOT;
      case PLATFORM -> ClassRole.PLATFORM;
      case APP, OTHER -> ClassRole.APP;
    };
  }
}
