// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.util.List;

/** Switches over numbers, texts, enums and patterns. */
public final class SwitchesProgram {
  enum Colour {
    RED,
    GREEN,
    BLUE,
    BLACK
  }

  sealed interface Shape permits Circle, Square, Pair, Empty {}

  record Circle(double radius) implements Shape {}

  record Square(int side) implements Shape {}

  record Pair(Shape left, Shape right) implements Shape {}

  enum Empty implements Shape {
    INSTANCE
  }

  private SwitchesProgram() {}

  public static void main(String[] args) {
    Check.collectGarbage();
    int[] numbers = {
      -2, -1, 0, 1, 2, 3, 5, 9, 10, 11, 100, 1_000, 1_001, Integer.MAX_VALUE, Integer.MIN_VALUE
    };
    for (int number : numbers) {
      Check.run("dense " + number, () -> dense(number));
      Check.run("sparse " + number, () -> sparse(number));
      Check.run("fall through " + number, () -> fallThrough(number));
      Check.run("extremes " + number, () -> extremes(number));
      Check.run("yield " + number, () -> yields(number));
      Check.run("char " + number, () -> characters((char) ('a' + number % 30)));
      Check.run("byte " + number, () -> bytes((byte) number));
      Check.run("boxed " + number, () -> boxed(number));
    }
    for (Colour colour : Colour.values()) {
      Check.run("enum " + colour, () -> enums(colour));
      Check.run("enum exhaustive " + colour, () -> exhaustive(colour));
    }
    Check.run("enum null", () -> enums(null));
    for (String text : List.of("", "one", "two", "Aa", "BB", "three", "C#", "Bb")) {
      Check.run("text " + text, () -> texts(text));
    }
    Object[] objects = {
      null,
      1,
      -5,
      200L,
      "text",
      "",
      'c',
      1.5,
      new int[] {3, 4},
      Colour.GREEN,
      new Circle(2),
      List.of(1, 2)
    };
    for (Object object : objects) {
      Check.run("pattern " + describe(object), () -> patterns(object));
      Check.run("instance of " + describe(object), () -> instances(object));
    }
    Shape[] shapes = {
      new Circle(1),
      new Circle(-1),
      new Square(3),
      Empty.INSTANCE,
      new Pair(new Circle(1), new Square(2)),
      new Pair(new Square(2), new Square(2)),
      new Pair(new Pair(new Square(1), Empty.INSTANCE), new Circle(0)),
      null,
      new Pair(null, null)
    };
    for (Shape shape : shapes) {
      Check.run("record " + shape, () -> records(shape));
    }
    Check.run("loop", () -> inLoop(200));
  }

  private static String describe(Object object) {
    return object instanceof int[] array ? "array " + array.length : String.valueOf(object);
  }

  static int dense(int value) {
    switch (value) {
      case 0:
        return 10;
      case 1:
        return 11;
      case 2:
        return 12;
      case 3:
        return 13;
      case 5:
        return 15;
      default:
        return -value;
    }
  }

  static String sparse(int value) {
    return switch (value) {
      case -1 -> "minus";
      case 10 -> "ten";
      case 100 -> "hundred";
      case 1_000 -> "thousand";
      case 1_000_000 -> "million";
      default -> "other";
    };
  }

  static int fallThrough(int value) {
    int result = 0;
    switch (value) {
      case 1:
        result += 1;
      case 2:
        result += 10;
      case 3:
        result += 100;
        break;
      case 9, 10, 11:
        result = 7;
      default:
        result += 1_000;
    }
    return result;
  }

  static int extremes(int value) {
    return switch (value) {
      case Integer.MIN_VALUE -> 1;
      case Integer.MAX_VALUE -> 2;
      case 0 -> 3;
      default -> 4;
    };
  }

  static int yields(int value) {
    int doubled =
        switch (value % 3) {
          case 0 -> {
            int square = value * value;
            yield square + 1;
          }
          case 1 -> value;
          default -> {
            if (value < 0) {
              throw new IllegalArgumentException("negative " + value);
            }
            yield -1;
          }
        };
    return doubled * 2;
  }

  static int characters(char value) {
    return switch (value) {
      case 'a', 'e', 'i', 'o', 'u' -> 1;
      case 'b' -> 2;
      case 'z' -> 26;
      default -> value;
    };
  }

  static int bytes(byte value) {
    return switch (value) {
      case -2 -> 1;
      case -1 -> 2;
      case 100 -> 3;
      default -> 4;
    };
  }

  static String boxed(Integer value) {
    return switch (value) {
      case 1 -> "one";
      case Integer i when i > 1_000 -> "large " + i;
      case Integer i -> "number " + i;
    };
  }

  static int enums(Colour colour) {
    switch (colour) {
      case RED:
        return 1;
      case BLUE:
        return 3;
      default:
        return 0;
    }
  }

  static String exhaustive(Colour colour) {
    return switch (colour) {
      case RED -> "r";
      case GREEN -> "g";
      case BLUE -> "b";
      case BLACK -> "k" + colour.ordinal();
    };
  }

  static int texts(String text) {
    return switch (text) {
      case "one" -> 1;
      case "two" -> 2;
      case "Aa" -> 3;
      case "BB" -> 4;
      case "C#" -> 5;
      default -> text.hashCode();
    };
  }

  static String patterns(Object object) {
    return switch (object) {
      case null -> "null";
      case Integer i when i < 0 -> "negative " + i;
      case Integer i -> "integer " + i;
      case Long l -> "long " + l;
      case String s when s.isEmpty() -> "empty";
      case String s -> "text " + s.length();
      case Character c -> "character " + c;
      case int[] array when array.length > 1 -> "array " + array[1];
      case Colour.RED -> "red";
      case Colour colour -> "colour " + colour;
      case Circle(double radius) -> "circle " + radius;
      case List<?> list -> "list " + list.size();
      default -> "other " + object;
    };
  }

  static String instances(Object object) {
    if (object instanceof Integer i && i > 0) {
      return "positive " + i;
    }
    if (!(object instanceof String text)) {
      return object instanceof Number number ? "number " + number.intValue() : "none";
    }
    return "text " + text.length();
  }

  static double records(Shape shape) {
    return switch (shape) {
      case Circle(double radius) when radius < 0 ->
          throw new IllegalArgumentException("radius " + radius);
      case Circle(var radius) -> radius * 3;
      case Square(int side) -> side * side;
      case Pair(Square(int a), Square(int b)) -> a * b;
      case Pair(Pair(var inner, var ignored), Circle circle) ->
          records(inner) + circle.radius() + 100;
      case Pair(Shape left, Shape right) -> records(left) + records(right);
      case Empty empty -> 0.25;
    };
  }

  static long inLoop(int rounds) {
    long sum = 0;
    for (int i = 0; i < rounds; i++) {
      sum =
          sum * 31
              + dense(i % 8)
              + sparse(i * 10).length()
              + enums(Colour.values()[i % 4])
              + texts(i % 3 == 0 ? "one" : "Aa");
    }
    return sum;
  }
}
