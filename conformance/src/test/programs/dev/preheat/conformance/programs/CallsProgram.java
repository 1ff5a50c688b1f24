// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Calls of every kind, with one receiver class, two, and many. */
public final class CallsProgram {
  private CallsProgram() {}

  abstract static class Shape implements Comparable<Shape> {
    abstract double area();

    String name() {
      return "shape";
    }

    final String fullName() {
      return name() + "/" + own();
    }

    private String own() {
      return "own";
    }

    @Override
    public int compareTo(Shape other) {
      return Double.compare(area(), other.area());
    }
  }

  static class Circle extends Shape {
    final double radius;

    Circle(double radius) {
      this.radius = radius;
    }

    @Override
    double area() {
      return radius * radius * 3;
    }

    @Override
    String name() {
      return "circle of " + super.name();
    }
  }

  static class Square extends Shape implements Named {
    final int side;

    Square(int side) {
      this.side = side;
    }

    @Override
    double area() {
      return side * side;
    }

    @Override
    public String label() {
      return "square " + Named.super.label();
    }
  }

  static final class BigSquare extends Square {
    BigSquare(int side) {
      super(side * 100);
    }

    @Override
    String name() {
      return super.name() + " big";
    }

    @Override
    public String label() {
      return "big " + super.label();
    }
  }

  static class Triangle extends Shape implements Named, Sized {
    @Override
    double area() {
      return 0.5;
    }

    @Override
    public String label() {
      return Named.super.label() + Sized.super.label();
    }
  }

  static class Line extends Shape implements Sized {
    @Override
    double area() {
      return 0;
    }
  }

  interface Named {
    default String label() {
      return "named " + helper();
    }

    private String helper() {
      return common(1);
    }

    static String common(int value) {
      return "common " + value;
    }
  }

  interface Sized {
    int SIZE = 5;

    default String label() {
      return "sized " + size();
    }

    default int size() {
      return SIZE;
    }
  }

  interface Transformer<A, B> {
    B apply(A value);
  }

  static final class Doubler implements Transformer<Integer, Integer> {
    @Override
    public Integer apply(Integer value) {
      return value * 2;
    }
  }

  static class Box<T extends Comparable<T>> {
    T value;

    Box(T value) {
      this.value = value;
    }

    T get() {
      return value;
    }

    boolean isLess(Box<T> other) {
      return value.compareTo(other.value) < 0;
    }
  }

  static class TextBox extends Box<String> {
    TextBox(String value) {
      super(value);
    }

    @Override
    String get() {
      return "text " + super.get();
    }
  }

  class Inner {
    int value = base * 2;

    class Innermost {
      int sum() {
        return value + base;
      }
    }
  }

  private int base = 21;

  public static void main(String[] args) {
    Check.collectGarbage();
    Shape[] one = {new Circle(1), new Circle(2), new Circle(3)};
    Shape[] two = {new Circle(1), new Square(2), new Circle(3)};
    Shape[] many = {
      new Circle(1), new Square(2), new BigSquare(3), new Triangle(), new Line(), new Circle(4)
    };
    for (Shape[] shapes : List.of(one, two, many, one, many)) {
      Check.run("areas", () -> areas(shapes));
      Check.run("names", () -> names(shapes));
      Check.run("labels", () -> labels(shapes));
      Check.run("maximum", () -> maximum(shapes).name());
      Check.run("sorted", () -> sorted(shapes));
    }
    Check.run("null", () -> areas(new Shape[] {new Circle(1), null}));
    Check.run("bridge", () -> transform(new Doubler(), 21));
    Check.run("bridge cast", () -> transformRaw(new Doubler(), "text"));
    Check.run("lambda", () -> transform(value -> value - 1, 21));
    Check.run("boxes", () -> boxes());
    Check.run("heap pollution", () -> polluted());
    Check.run(
        "varargs", () -> varargs() + varargs("a") + varargs("a", "b") + varargs((Object[]) null));
    Check.run("overloads", () -> overloads());
    Check.run("inner", () -> new CallsProgram().inner());
    Check.run("recursion", () -> fibonacci(18) + " " + ackermann(2, 3) + " " + even(101));
    Check.run("anonymous", () -> anonymous(5));
    Check.run("interface static", () -> Named.common(9));
    Check.run("megamorphic", () -> megamorphic(500));
    Check.run("chained", () -> chained(3));
    Check.run("object methods", () -> objectMethods(new int[0], "x", new Line()));
  }

  static double areas(Shape[] shapes) {
    double sum = 0;
    for (Shape shape : shapes) {
      sum += shape.area();
    }
    return sum;
  }

  static String names(Shape[] shapes) {
    StringBuilder text = new StringBuilder();
    for (Shape shape : shapes) {
      text.append(shape.name()).append(' ').append(shape.fullName()).append(',');
    }
    return text.toString();
  }

  static String labels(Shape[] shapes) {
    StringBuilder text = new StringBuilder();
    for (Shape shape : shapes) {
      if (shape instanceof Named named) {
        text.append(named.label());
      } else if (shape instanceof Sized sized) {
        text.append(sized.label()).append(sized.size());
      }
    }
    return text.toString();
  }

  static <T extends Comparable<? super T>> T maximum(T[] values) {
    T best = values[0];
    for (T value : values) {
      if (value.compareTo(best) > 0) {
        best = value;
      }
    }
    return best;
  }

  static String sorted(Shape[] shapes) {
    List<Shape> list = new ArrayList<>(List.of(shapes));
    list.sort(Comparator.naturalOrder());
    list.sort(Comparator.comparing(Shape::name).thenComparingDouble(Shape::area));
    return names(list.toArray(new Shape[0]));
  }

  static Integer transform(Transformer<Integer, Integer> transformer, int value) {
    return transformer.apply(value);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  static Object transformRaw(Transformer transformer, Object value) {
    return transformer.apply(value);
  }

  static String boxes() {
    Box<String> box = new TextBox("b");
    Box<String> other = new Box<>("a");
    return box.get() + other.get() + box.isLess(other) + other.isLess(box);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  static int polluted() {
    Box box = new Box("text");
    Box<Integer> wrong = box;
    return wrong.get() + 1;
  }

  static String varargs(Object... values) {
    return values == null ? "none" : values.length + "" + (values.length > 0 ? values[0] : "");
  }

  static String overloads() {
    byte b = 1;
    char c = 'c';
    Object text = "o";
    return take(b)
        + take(c)
        + take(1L)
        + take(1f)
        + take((Object) 1)
        + take(text)
        + take(Integer.valueOf(3));
  }

  private static String take(int value) {
    return "int";
  }

  private static String take(long value) {
    return "long";
  }

  private static String take(double value) {
    return "double";
  }

  private static String take(Object value) {
    return "object";
  }

  String inner() {
    Inner inner = new Inner();
    Inner.Innermost innermost = inner.new Innermost();
    inner.value++;
    base = 1;
    return innermost.sum() + " " + inner.value;
  }

  static int fibonacci(int n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  static int ackermann(int m, int n) {
    return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
  }

  static boolean even(int n) {
    return n == 0 || odd(n - 1);
  }

  static boolean odd(int n) {
    return n != 0 && even(n - 1);
  }

  static String anonymous(int captured) {
    int[] count = {captured};
    Function<Integer, Integer> function =
        new Function<>() {
          private int calls = captured;

          @Override
          public Integer apply(Integer value) {
            count[0] += value;
            return ++calls + value + captured;
          }
        };
    return function.apply(1) + " " + function.andThen(x -> x * 2).apply(2) + " " + count[0];
  }

  static long megamorphic(int count) {
    Transformer<Integer, Integer>[] transformers = transformers();
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum = sum * 3 + transformers[i % transformers.length].apply(i);
    }
    return sum;
  }

  @SuppressWarnings("unchecked")
  private static Transformer<Integer, Integer>[] transformers() {
    return new Transformer[] {
      new Doubler(),
      (Transformer<Integer, Integer>) value -> value + 1,
      (Transformer<Integer, Integer>) Math::abs,
      (Transformer<Integer, Integer>) value -> -value,
      new Transformer<Integer, Integer>() {
        @Override
        public Integer apply(Integer value) {
          return value / 2;
        }
      }
    };
  }

  static String chained(int depth) {
    return new StringBuilder()
        .append(depth)
        .append(depth > 0 ? chained(depth - 1) : "end")
        .toString();
  }

  static String objectMethods(Object array, Object text, Object other) {
    return array.getClass().getSimpleName()
        + text.hashCode()
        + text.equals("x")
        + other.equals(other)
        + (other.hashCode() == other.hashCode())
        + array.equals(null);
  }
}
