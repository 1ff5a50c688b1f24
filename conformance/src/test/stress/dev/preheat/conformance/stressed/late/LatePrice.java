// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.late;

import dev.preheat.conformance.stressed.work.DispatchWork;

/** Overrides a method that nobody overrode. */
public final class LatePrice extends DispatchWork.Price {
  /** Of no amount. */
  public LatePrice() {
    super(0);
  }

  @Override
  public long of(long count) {
    return count + 5;
  }
}
