// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

import java.io.IOException;

/** A file is no shared object that {@link ElfWriter} wrote, or a damaged one. */
public final class ElfFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  ElfFormatException(String message) {
    super(message);
  }

  ElfFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
