// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package it;

public final class Shapes {
  public interface Shape {
    double area();
  }

  public record Circle(double radius) implements Shape {
    @Override
    public double area() {
      return Math.PI * radius * radius;
    }
  }

  public record Square(double side) implements Shape {
    @Override
    public double area() {
      return side * side;
    }
  }

  private Shapes() {}

  public static double larger(Shape first, Shape second, double factor) {
    double other = second == null ? 0 : second.area();
    return factor * Math.max(first.area(), other);
  }

  public static double neverCalled() {
    return 0;
  }
}
