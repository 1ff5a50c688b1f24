// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Records, lambdas, method references, streams, iterators, enums with bodies. */
public final class LanguageProgram {
  private int state = 3;

  private LanguageProgram() {}

  record Point(int x, long y, double z, String name, int[] data) {
    static int made;

    Point {
      if (x < 0) {
        throw new IllegalArgumentException("x is " + x);
      }
      made++;
    }

    Point(int x) {
      this(x, x, x, "p" + x, null);
    }

    double sum() {
      return x + y + z;
    }
  }

  record Generic<T extends Comparable<T>>(T first, T second) {
    T larger() {
      return first.compareTo(second) >= 0 ? first : second;
    }
  }

  record Nothing() {}

  record All(boolean a, byte b, short c, char d, int e, long f, float g, double h, Object i) {}

  enum Operation implements IntBinaryOperator {
    PLUS("+") {
      @Override
      public int applyAsInt(int a, int b) {
        return a + b;
      }
    },
    TIMES("*") {
      @Override
      public int applyAsInt(int a, int b) {
        return a * b;
      }
    },
    DIVIDE("/") {
      @Override
      public int applyAsInt(int a, int b) {
        return a / b;
      }
    };

    final String symbol;

    Operation(String symbol) {
      this.symbol = symbol;
    }
  }

  static final class Range implements Iterable<Integer> {
    private final int end;

    Range(int end) {
      this.end = end;
    }

    @Override
    public Iterator<Integer> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < end;
        }

        @Override
        public Integer next() {
          if (next >= end) {
            throw new NoSuchElementException("after " + end);
          }
          return next++;
        }
      };
    }
  }

  public static void main(String[] args) {
    Check.collectGarbage();
    LanguageProgram program = new LanguageProgram();
    for (int i = 0; i < 3; i++) {
      int round = i;
      Check.run("record", () -> record(round));
      Check.run("record fails", () -> new Point(-1 - round));
      Check.run("record generic", () -> new Generic<>("a", "b").larger() + new Generic<>(round, 1));
      Check.run("record all", () -> all(round));
      Check.run("lambda", () -> lambdas(round));
      Check.run("lambda instance", () -> program.capturesThis(round));
      Check.run("lambda wide", () -> wide(round).applyAsDouble(2L, 3f));
      Check.run("lambda fails", () -> apply(x -> 10 / x, 0));
      Check.run("lambda identity", () -> stateless() == stateless());
      Check.run("references", () -> references());
      Check.run("bound null", () -> bound(null));
      Check.run("serial", () -> composed(round));
      Check.run("stream", () -> stream(20 + round));
      Check.run("stream groups", () -> groups());
      Check.run("stream fails", () -> Stream.of(1, 0).map(x -> 1 / x).toList());
      Check.run(
          "parallel", () -> IntStream.range(0, 10_000).parallel().mapToLong(x -> x * 3L).sum());
      Check.run("enum", () -> enums(7, round));
      Check.run("enum of", () -> Operation.valueOf("MINUS"));
      Check.run("iterate", () -> iterate(5));
      Check.run("iterate past", () -> new Range(round).iterator().next());
      Check.run("boxes", () -> boxes(100 + round * 100));
      Check.run("box null", () -> unboxNull(null));
      Check.run("ternary", () -> ternary(round));
      Check.run(
          "optional", () -> Optional.of(round).filter(x -> x > 0).map(x -> "v" + x).orElse("none"));
      Check.run("local class", () -> localClass(round));
      Check.run("optional fails", () -> Optional.empty().orElseThrow());
      Check.run("var", () -> vars(round));
    }
  }

  static String record(int round) {
    Point point = new Point(round, 2L, 0.5, "n", null);
    Point same = new Point(round, 2L, 0.5, "n", null);
    Point other = new Point(round + 1);
    return point
        + " "
        + point.equals(same)
        + point.equals(other)
        + (point.hashCode() == same.hashCode())
        + other.sum()
        + new Nothing()
        + new Nothing().equals(new Nothing())
        + point.equals(null);
  }

  static String all(int round) {
    All all = new All(true, (byte) round, (short) 2, 'c', 4, 5L, Float.NaN, -0.0, "o");
    All same = new All(true, (byte) round, (short) 2, 'c', 4, 5L, Float.NaN, -0.0, "o");
    All other = new All(true, (byte) round, (short) 2, 'c', 4, 5L, Float.NaN, 0.0, "o");
    return all + " " + all.hashCode() + all.equals(same) + all.equals(other);
  }

  static int lambdas(int captured) {
    Function<Integer, Integer> add = x -> x + captured;
    UnaryOperator<Integer> twice = x -> add.apply(add.apply(x));
    Supplier<Supplier<Integer>> nested = () -> () -> twice.apply(captured);
    int[] counter = {0};
    Runnable count = () -> counter[0] += captured + 1;
    count.run();
    count.run();
    return nested.get().get() * 100 + counter[0];
  }

  int capturesThis(int value) {
    Supplier<Integer> supplier = () -> state++ + value;
    return supplier.get() + supplier.get() * 10 + this.state;
  }

  static ToDoubleBiFunction<Long, Float> wide(int value) {
    long a = value + 1L;
    double b = value / 2.0;
    float c = value * 3f;
    byte d = (byte) value;
    char e = (char) ('a' + value);
    String f = "text" + value;
    return (x, y) -> x * a + y * b + c + d + e + f.length();
  }

  static int apply(Function<Integer, Integer> function, int value) {
    return function.apply(value);
  }

  static Runnable stateless() {
    return () -> {};
  }

  static String references() {
    Function<String, Integer> unbound = String::length;
    Supplier<String> bound = "bound"::toUpperCase;
    Function<Integer, int[]> array = int[]::new;
    BiFunction<Integer, Integer, Integer> statically = Math::max;
    Supplier<List<String>> constructor = ArrayList::new;
    Function<Integer, Point> record = Point::new;
    return unbound.apply("four")
        + bound.get()
        + array.apply(3).length
        + statically.apply(3, 9)
        + constructor.get()
        + record.apply(2).name();
  }

  static Supplier<String> bound(String text) {
    return text::trim;
  }

  static int composed(int value) {
    Function<Integer, Integer> function = Function.identity();
    for (int i = 0; i < 10; i++) {
      int step = i;
      function = function.andThen(x -> x * 2 + step).compose(x -> x + value);
    }
    return function.apply(1);
  }

  static String stream(int count) {
    return IntStream.range(0, count)
        .filter(x -> x % 3 != 0)
        .mapToObj(x -> "e" + x)
        .sorted(Comparator.reverseOrder())
        .skip(2)
        .limit(7)
        .collect(Collectors.joining(",", "[", "]"));
  }

  static Map<Integer, Long> groups() {
    return Stream.of("a", "bb", "cc", "ddd", "e", "")
        .collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.counting()));
  }

  static String enums(int a, int b) {
    Map<Operation, Integer> results = new EnumMap<>(Operation.class);
    for (Operation operation : Operation.values()) {
      try {
        results.put(operation, operation.applyAsInt(a, b));
      } catch (ArithmeticException e) {
        results.put(operation, -operation.symbol.length());
      }
    }
    return results + Operation.valueOf("PLUS").symbol + Operation.TIMES.compareTo(Operation.PLUS);
  }

  static int iterate(int end) {
    int sum = 0;
    for (int each : new Range(end)) {
      for (Integer inner : new Range(each)) {
        sum += inner * each;
      }
    }
    return sum;
  }

  static String boxes(int value) {
    Integer a = value;
    Integer b = value;
    Long c = (long) value;
    Character d = 'x';
    Boolean e = value > 150;
    a++;
    return (a == b)
        + " "
        + a.equals(b + 1)
        + c.equals(value)
        + (d == 'x')
        + e
        + (Integer.valueOf(value) == Integer.valueOf(value))
        + (c < a);
  }

  static int unboxNull(Map<String, Integer> map) {
    Integer missing = map == null ? null : map.get("x");
    return missing + 1;
  }

  static Object ternary(int value) {
    Object mixed = value > 0 ? 1 : 2.0;
    return mixed + " " + (value > 1 ? 'a' : 98) + (value == 0 ? null : (Object) 0);
  }

  static int localClass(int value) {
    class Counter {
      int count = value;

      int next() {
        count += value;
        return count;
      }
    }
    Counter counter = new Counter();
    return counter.next() + counter.next();
  }

  static String vars(int value) {
    var list = new ArrayList<Map.Entry<String, Integer>>();
    for (var i = 0; i < 3; i++) {
      list.add(Map.entry("k" + i, i * value));
    }
    var text = new StringBuilder();
    for (var entry : list) {
      text.append(entry.getKey()).append(entry.getValue());
    }
    return text.toString();
  }
}
