// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.work;

/**
 * Calls whose targets follow from the classes that are loaded: the only implementor, a method that
 * nobody overrides, a leaf. Late classes break each of these.
 */
public final class DispatchWork implements Work {
  private static final int TURNS = 200;

  /** Has one implementor until a late class comes. */
  public interface Shape {
    /** Of a shape of some size. */
    long area(long size);
  }

  /** Implements it. */
  static final class Square implements Shape {
    @Override
    public long area(long size) {
      return size * size;
    }
  }

  /** A class whose method nobody overrides until a late class comes. */
  public static class Price {
    private final long base;

    /** Of an amount. */
    public Price(long base) {
      this.base = base;
    }

    /** Of so many. */
    public long of(long count) {
      return base * count;
    }

    /** Calls a method that may be overridden. */
    public final long ofTwo(long count) {
      return of(count) + of(count + 1);
    }
  }

  /** Has one concrete subclass until a late class comes. */
  public abstract static class Animal {
    /** Of a leg count. */
    public abstract long legs(long pairs);
  }

  static class Dog extends Animal {
    @Override
    public long legs(long pairs) {
      return pairs * 2;
    }
  }

  @Override
  public long round(long seed) {
    Mix mix = new Mix(seed);
    Square square = new Square();
    Price price = new Price(mix.next(100));
    Dog dog = new Dog();
    for (int turn = 0; turn < TURNS; turn++) {
      mix.add(shape(square, mix.next(50)));
      mix.add(price(price, mix.next(50)));
      mix.add(animal(dog, mix.next(50)));
      mix.add(isPrice(price) ? 1 : 0);
    }
    return mix.sum();
  }

  /** What the same calls yield for other objects, each sum by itself. */
  public static String total(Shape shape, Price price, Animal animal, int turns) {
    long areas = 0;
    long prices = 0;
    long legs = 0;
    int exact = 0;
    for (int i = 0; i < turns; i++) {
      areas += shape(shape, i);
      prices += price(price, i);
      legs += animal(animal, i);
      exact += isPrice(price) ? 1 : 0;
    }
    return areas + " " + prices + " " + legs + " " + exact;
  }

  static long shape(Shape shape, long size) {
    return shape.area(size) + 1;
  }

  static long price(Price price, long count) {
    return price.ofTwo(count) ^ 1;
  }

  static long animal(Animal animal, long pairs) {
    return animal.legs(pairs) - 1;
  }

  static boolean isPrice(Object object) {
    return object.getClass() == Price.class;
  }
}
