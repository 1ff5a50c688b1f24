// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.work;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;

/** Reflection, proxies, method handles and lambdas. */
final class ReflectionWork implements Work {
  private static final int TURNS = 40;

  /** What proxies stand for. */
  interface Service {
    long serve(long value, String name);

    default long twice(long value) {
      return serve(value, "twice") * 2;
    }
  }

  /** What is looked at. */
  record Point(int x, long y, String name) {
    static long distance(Point left, Point right) {
      return Math.abs(left.x - right.x) + left.y;
    }

    Point fail() {
      throw new IllegalArgumentException(name);
    }
  }

  private static final class Fields {
    private int number = 5;
    private Object object = "none";
  }

  @Override
  public long round(long seed) throws Exception {
    Mix mix = new Mix(seed);
    for (int turn = 0; turn < TURNS; turn++) {
      Point point = new Point(mix.next(100), mix.next(1000), "point" + turn);
      reflect(mix, point);
      proxy(mix, turn);
      functions(mix, point);
    }
    try {
      handles(mix);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    return mix.sum();
  }

  private static void reflect(Mix mix, Point point) throws ReflectiveOperationException {
    for (RecordComponent component : Point.class.getRecordComponents()) {
      mix.add(component.getAccessor().invoke(point).hashCode());
    }
    Method distance = Point.class.getDeclaredMethod("distance", Point.class, Point.class);
    Constructor<Point> constructor =
        Point.class.getDeclaredConstructor(int.class, long.class, String.class);
    Point other = constructor.newInstance(7, 8L, "other");
    mix.add((Long) distance.invoke(null, point, other)).add(other.toString());
    mix.add(point.equals(other) ? 1 : 2).add(point.hashCode());
    Method fail = Point.class.getDeclaredMethod("fail");
    try {
      fail.invoke(point);
    } catch (InvocationTargetException e) {
      mix.add(e.getCause().getMessage());
    }
    Fields fields = new Fields();
    Field number = Fields.class.getDeclaredField("number");
    number.setInt(fields, number.getInt(fields) + point.x());
    Fields.class.getDeclaredField("object").set(fields, point.name());
    mix.add(fields.number).add((String) fields.object);
    Object array = Array.newInstance(String.class, 3);
    Array.set(array, 1, point.name());
    mix.add(((String[]) array)[1]);
  }

  private static void proxy(Mix mix, int turn) {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            method.isDefault()
                ? InvocationHandler.invokeDefault(proxy, method, arguments)
                : (Long) arguments[0] * 3 + ((String) arguments[1]).length() + turn;
    Service service =
        (Service)
            Proxy.newProxyInstance(
                ReflectionWork.class.getClassLoader(), new Class<?>[] {Service.class}, handler);
    mix.add(service.serve(turn, "direct")).add(service.twice(turn));
  }

  private static void functions(Mix mix, Point point) {
    Function<Point, String> name = Point::name;
    BiFunction<Integer, Long, Point> maker = (x, y) -> new Point(x, y, name.apply(point));
    Supplier<Point> made = () -> maker.apply(point.x() + 1, point.y() - 1);
    LongUnaryOperator twice = value -> value * 2;
    mix.add(made.get().toString());
    mix.add(twice.andThen(value -> value + point.x()).compose(value -> value - 1).applyAsLong(9));
    mix.add(name.andThen(String::length).apply(point));
  }

  private static void handles(Mix mix) throws Throwable {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    MethodHandle distance =
        lookup.findStatic(
            Point.class, "distance", MethodType.methodType(long.class, Point.class, Point.class));
    MethodHandle name =
        lookup.findVirtual(Point.class, "name", MethodType.methodType(String.class));
    MethodHandle number = lookup.findGetter(Fields.class, "number", int.class);
    Point first = new Point(1, 2, "first");
    for (int i = 0; i < TURNS; i++) {
      Point second = new Point(i, mix.next(9), "second" + i);
      mix.add((long) distance.invokeExact(first, second));
      mix.add((String) name.invokeExact(second)).add((int) number.invokeExact(new Fields()));
      MethodHandle bound = MethodHandles.insertArguments(distance, 1, second);
      mix.add((long) bound.invoke(first));
    }
    MethodHandle guarded =
        MethodHandles.catchException(
            lookup.findVirtual(Point.class, "fail", MethodType.methodType(Point.class)),
            IllegalArgumentException.class,
            MethodHandles.dropArguments(
                MethodHandles.constant(Point.class, first), 0, IllegalArgumentException.class));
    mix.add(((Point) guarded.invoke(first)).x());
  }
}
