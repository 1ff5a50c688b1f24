// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.Shapes.Circle;
import it.Shapes.Square;
import org.junit.jupiter.api.Test;

class ShapesTest {
  @Test
  void squares() {
    for (int i = 0; i < 5; i++) {
      assertEquals(8, Shapes.larger(new Square(1), new Square(2), 2));
    }
  }

  @Test
  void circleAndSquareAndNothing() {
    assertEquals(9, Shapes.larger(new Circle(1), new Square(3), 1));
    assertEquals(9, Shapes.larger(new Circle(1), new Square(3), 1));
    assertEquals(1, Shapes.larger(new Square(1), null, 1));
  }
}
