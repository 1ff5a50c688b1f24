// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.questions;

import dev.preheat.hotspot.UnknownVmException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;

/**
 * The files of a module of this JVM, read by what needs the fewest classes: which ones are loaded
 * here says which classes have no subclasses, for Graal, too, and the file system of the JDK has a
 * finalizer.
 */
final class ModuleFiles {

  private ModuleFiles() {}

  /** Opens a module. */
  static ModuleReader open(String name) throws IOException {
    return ModuleLayer.boot()
        .configuration()
        .findModule(name)
        .orElseThrow(() -> new UnknownVmException("has no module " + name))
        .reference()
        .open();
  }

  /** The content of a file. */
  static byte[] bytes(ModuleReader module, String file) throws IOException {
    try (InputStream in =
        module.open(file).orElseThrow(() -> new UnknownVmException("has no file " + file))) {
      return in.readAllBytes();
    }
  }
}
