// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Static initialisers as programs use them: holders, enums, constants of each other, singletons.
 */
public final class InitializationIdiomsProgram {
  private static final List<String> LOG = new ArrayList<>();

  private InitializationIdiomsProgram() {}

  static synchronized int log(String name) {
    LOG.add(name);
    return LOG.size();
  }

  // Holders within each other

  static class Service {
    static {
      log("Service");
    }

    final int number;

    Service(int number) {
      this.number = number;
      log("service " + number);
    }

    static Service first() {
      return FirstHolder.INSTANCE;
    }

    private static class FirstHolder {
      static final Service INSTANCE = new Service(SecondHolder.INSTANCE.number + 1);

      static {
        log("FirstHolder");
      }
    }

    private static class SecondHolder {
      static final Service INSTANCE = new Service(10);

      static {
        log("SecondHolder");
      }
    }
  }

  static int holder() {
    return Service.first().number + Service.first().number;
  }

  static int holderWhere(boolean isWanted) {
    return isWanted ? LateHolder.TABLE[3] : 0;
  }

  private static class LateHolder {
    static final int[] TABLE = new int[8];

    static {
      for (int i = 0; i < TABLE.length; i++) {
        TABLE[i] = i * i + log("LateHolder " + i);
      }
    }
  }

  private static class FailingHolder {
    static final int[] TABLE = {1, 2, 3};
    static final int NUMBER = TABLE[log("FailingHolder") + 5];

    static int number() {
      return NUMBER;
    }
  }

  static int failingHolder() {
    return FailingHolder.number();
  }

  static int failingHolderField() {
    return FailingHolder.TABLE.length;
  }

  // Enums

  enum Operation {
    ADD("+") {
      @Override
      int apply(int a, int b) {
        return a + b;
      }
    },
    SUBTRACT("-") {
      @Override
      int apply(int a, int b) {
        return a - b;
      }
    };

    private static final Map<String, Operation> BY_SYMBOL = new HashMap<>();
    private static int created;

    static {
      for (Operation operation : values()) {
        BY_SYMBOL.put(operation.symbol, operation);
      }
      log("Operation " + created);
    }

    private final String symbol;

    Operation(String symbol) {
      this.symbol = symbol;
      count();
    }

    private static void count() {
      created++;
    }

    abstract int apply(int a, int b);

    static Operation of(String symbol) {
      return BY_SYMBOL.get(symbol);
    }
  }

  static int operate(String symbol, int a, int b) {
    return Operation.of(symbol).apply(a, b);
  }

  static int operateAll(int a, int b) {
    Map<Operation, Integer> results = new EnumMap<>(Operation.class);
    for (Operation operation : Operation.values()) {
      results.put(operation, operation.apply(a, b));
    }
    return results.values().stream().mapToInt(Integer::intValue).sum();
  }

  enum Level {
    LOW,
    HIGH;

    static final Level DEFAULT = valueOf(log("Level") > 0 ? "HIGH" : "LOW");
  }

  /** The switch has a class of its own, whose initialiser asks for all constants. */
  static String switchOn(boolean isLow) {
    return switch (isLow ? Level.LOW : Level.DEFAULT) {
      case LOW -> "low";
      case HIGH -> "high";
    };
  }

  enum Broken {
    ONE(1),
    ZERO(0);

    final int inverse;

    Broken(int number) {
      inverse = 100 / number;
    }
  }

  static int broken() {
    return Broken.ONE.inverse;
  }

  // Constants of three classes that need each other

  static class Rock {
    static final Integer NUMBER = Paper.NUMBER + 1;
    static final String TEXT = "rock" + Paper.TEXT;
    static final int EARLY = 1;

    static {
      log("Rock " + NUMBER + TEXT);
    }
  }

  static class Paper {
    static final Integer NUMBER = Scissors.number() + 10;
    static final String TEXT = "paper" + Scissors.TEXT;

    static {
      log("Paper " + NUMBER + TEXT);
    }
  }

  static class Scissors {
    static final String TEXT = "scissors" + Rock.TEXT + Rock.EARLY;

    static {
      log("Scissors " + TEXT);
    }

    static int number() {
      return Rock.NUMBER == null ? 100 : Rock.NUMBER;
    }
  }

  static String cycle() {
    return Rock.NUMBER + Rock.TEXT + Paper.NUMBER + Paper.TEXT + Scissors.TEXT;
  }

  // A superclass that needs its subclass

  static class Animal {
    static final Animal DEFAULT = new Dog("default");
    static int count;
    final String name;

    static {
      log("Animal " + count);
    }

    Animal(String name) {
      this.name = name;
      count++;
    }

    String describe() {
      return name + " of " + count;
    }
  }

  static class Dog extends Animal {
    static final String KIND = "dog" + log("Dog");

    Dog(String name) {
      super(name + KIND);
    }
  }

  static String subclassFirst() {
    return new Dog("own").describe() + Animal.DEFAULT.describe() + Animal.count;
  }

  // Interfaces: with a default method they are initialised with the class, others when asked

  interface Base {
    int NUMBER = log("Base");

    default int base() {
      return 1;
    }
  }

  interface Middle extends Base {
    int NUMBER = log("Middle");

    int middle();
  }

  interface Top extends Middle {
    int NUMBER = log("Top");

    default int top() {
      return middle() + base();
    }

    static int statically() {
      return log("statically") * 0 + 5;
    }
  }

  static class Implementation implements Top {
    static final int NUMBER = log("Implementation");

    @Override
    public int middle() {
      return 20;
    }
  }

  static int interfaces() {
    Top top = new Implementation();
    return top.top() + top.base();
  }

  static int interfaceStatic() {
    return Top.statically() + Middle.NUMBER * 0;
  }

  // Two threads: the second one waits until the first one is done, and then sees everything

  static class Slow {
    static final int[] VALUES = new int[4];

    static {
      VALUES[0] = 1;
      other.start();
      while (!isAsking) {
        Thread.onSpinWait();
      }
      VALUES[3] = 4;
    }

    static int sum() {
      return VALUES[0] + VALUES[3];
    }
  }

  private static volatile boolean isAsking;
  private static int seen;
  private static final Thread other = new Thread(() -> seen = ask());

  static int ask() {
    isAsking = true;
    return Slow.sum() * 100 + Slow.VALUES.length;
  }

  static int waitFor() throws InterruptedException {
    int own = Slow.sum();
    other.join();
    return own * 1000 + seen;
  }

  /** Each of two threads initialises classes that the other one wants, too, in the same order. */
  static int manyByTwo() throws InterruptedException {
    int[] results = new int[2];
    Thread[] threads = new Thread[2];
    for (int i = 0; i < threads.length; i++) {
      int index = i;
      threads[i] = new Thread(() -> results[index] = many(index == 0));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return results[0] * 1000 + results[1];
  }

  private static int many(boolean isForward) {
    return isForward
        ? One.value() + Two.VALUE + Three.VALUE
        : Three.VALUE + Two.VALUE + One.value();
  }

  static class One {
    static final int VALUE = Integer.parseInt("1") + Two.VALUE;

    static int value() {
      return VALUE;
    }
  }

  static class Two {
    static final int VALUE = Integer.parseInt("2") + Three.VALUE;
  }

  static class Three {
    static final int VALUE = Integer.parseInt("3");
  }

  public static void main(String[] args) {
    Check.collectGarbage();
    step("holder", () -> holder());
    step("holder not wanted", () -> holderWhere(false));
    step("holder wanted", () -> holderWhere(true));
    step("failing holder", () -> failingHolder());
    step("failing holder field", () -> failingHolderField());
    step("enum", () -> operate("-", 5, 3));
    step("enum map", () -> operateAll(7, 4));
    step("switch", () -> switchOn(false) + switchOn(true));
    step("broken enum", () -> broken());
    step("broken enum values", () -> Broken.values().length);
    step("cycle", () -> cycle());
    step("subclass first", () -> subclassFirst());
    step("interface static", () -> interfaceStatic());
    step("interfaces", () -> interfaces());
    step("wait", () -> waitFor());
    step("many", () -> manyByTwo());
  }

  private static void step(String name, Callable<?> piece) {
    for (int i = 0; i < 3; i++) {
      LOG.clear();
      Check.run(name, piece);
      Check.print(name + " log", LOG);
    }
  }
}
