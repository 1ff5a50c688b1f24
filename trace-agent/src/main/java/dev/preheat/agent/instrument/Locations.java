// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.instrument;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;

/** Where classes were loaded from. */
public final class Locations {
  private Locations() {}

  /** The directory or jar of a code source, or null if it is no file. */
  public static Path path(String location) {
    if (!location.startsWith("file:")) {
      return null;
    }
    try {
      return Path.of(new URI(location)).toAbsolutePath().normalize();
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return null;
    }
  }
}
