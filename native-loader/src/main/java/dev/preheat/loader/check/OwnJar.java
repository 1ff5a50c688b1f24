// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.check;

import java.io.File;
import java.net.URI;
import java.security.CodeSource;

/** The jar of this module; asked for by the agent form only. */
final class OwnJar {

  private OwnJar() {}

  /** Its path, empty when it is not known. */
  static String path() {
    CodeSource source = OwnJar.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return "";
    }
    try {
      return new File(URI.create(source.getLocation().toString())).getPath();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
