// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.calls;

import dev.preheat.benchmarks.meter.Operation;

/** A switch over patterns of a sealed type. */
public final class PatternSwitch implements Operation {
  private static final int COUNT = 8_192;

  private sealed interface Shape {}

  private record Circle(double radius) implements Shape {}

  private record Square(double side) implements Shape {}

  private record Rectangle(double width, double height) implements Shape {}

  private record Nothing() implements Shape {}

  private final Shape[] shapes = new Shape[1_024];

  /** The same shapes in each run. */
  public PatternSwitch() {
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] =
          switch ((i * 31 ^ i >>> 4) & 3) {
            case 0 -> new Circle(i);
            case 1 -> new Square(i);
            case 2 -> new Rectangle(i, i + 1.0);
            default -> new Nothing();
          };
    }
  }

  @Override
  public long once(int seed) {
    double sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += area(shapes[i + seed & 1_023]);
    }
    return Double.doubleToLongBits(sum);
  }

  private static double area(Shape shape) {
    return switch (shape) {
      case Circle(double radius) when radius > 100 -> 3 * radius * radius;
      case Circle circle -> circle.radius();
      case Square square -> square.side() * square.side();
      case Rectangle(double width, double height) -> width * height;
      case Nothing _ -> 1;
    };
  }
}
