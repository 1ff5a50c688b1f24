// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.late;

import dev.preheat.conformance.stressed.work.DispatchWork;

/** A second implementor. */
public final class LateShape implements DispatchWork.Shape {
  @Override
  public long area(long size) {
    return size * 31 + 7;
  }
}
