// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

/** Tells the thread that installs to end; for any thread. */
public final class EndSignal {

  private volatile boolean isGiven;

  public void give() {
    isGiven = true;
  }

  public boolean isGiven() {
    return isGiven;
  }
}
