// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.vm;

/** This VM is not laid out as the agent knows it. Its data is left out then. */
public final class VmException extends Exception {
  private static final long serialVersionUID = 1;

  VmException(String message) {
    super(message);
  }

  VmException(String message, Throwable cause) {
    super(message, cause);
  }
}
