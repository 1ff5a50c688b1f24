// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import java.io.IOException;

/** A file is no request to the compiler. The message names file and key and says what to do. */
public final class RequestFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  RequestFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
