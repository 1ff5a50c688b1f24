// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.late;

import dev.preheat.conformance.stressed.work.DispatchWork;

/** A second concrete subclass. */
public final class LateAnimal extends DispatchWork.Animal {
  @Override
  public long legs(long pairs) {
    return pairs * 100;
  }
}
