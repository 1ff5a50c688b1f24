// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.bisect;

import java.io.IOException;
import java.util.List;

/** A run of what fails, with some of an image's methods installed and no others. */
interface Trial {

  /** Whether it fails. */
  boolean fails(List<String> installed) throws IOException, InterruptedException;
}
