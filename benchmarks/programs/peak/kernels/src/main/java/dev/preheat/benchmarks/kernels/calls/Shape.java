// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels.calls;

/** What the kernels of interface calls call. */
interface Shape {
  /** How large it is. */
  int area();

  /** The first so many of eight classes in turn. */
  static Shape[] of(int classes, int count) {
    Shape[] shapes = new Shape[count];
    for (int i = 0; i < count; i++) {
      shapes[i] =
          switch ((i * 31 ^ i >>> 4) % classes) {
            case 0 -> new Point(i);
            case 1 -> new Line(i);
            case 2 -> new Square(i);
            case 3 -> new Cube(i);
            case 4 -> new Strip(i);
            case 5 -> new Corner(i);
            case 6 -> new Ring(i);
            default -> new Hole(i);
          };
    }
    return shapes;
  }

  /** One of eight. */
  record Point(int size) implements Shape {
    @Override
    public int area() {
      return 1;
    }
  }

  /** One of eight. */
  record Line(int size) implements Shape {
    @Override
    public int area() {
      return size;
    }
  }

  /** One of eight. */
  record Square(int size) implements Shape {
    @Override
    public int area() {
      return size * size;
    }
  }

  /** One of eight. */
  record Cube(int size) implements Shape {
    @Override
    public int area() {
      return 6 * size * size;
    }
  }

  /** One of eight. */
  record Strip(int size) implements Shape {
    @Override
    public int area() {
      return 3 * size;
    }
  }

  /** One of eight. */
  record Corner(int size) implements Shape {
    @Override
    public int area() {
      return size * size / 2;
    }
  }

  /** One of eight. */
  record Ring(int size) implements Shape {
    @Override
    public int area() {
      return size * size - 1;
    }
  }

  /** One of eight. */
  record Hole(int size) implements Shape {
    @Override
    public int area() {
      return -size;
    }
  }
}
