package dev.preheat.conformance.stressed.late;

import dev.preheat.conformance.stressed.work.DispatchWork;

/** A second implementor. */
public final class LateShape implements DispatchWork.Shape {
  @Override
  public long area(long size) {
    return size * 31 + 7;
  }
}
