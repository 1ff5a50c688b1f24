// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What InstalledImageIT runs; the number after FACTOR is another one in a changed class. */
public final class App {
  public static void main(String[] arguments) throws Exception {
    int[] numbers = new int[1000];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i * /* FACTOR */ 1;
    }
    System.out.println(sum(numbers) + " " + text(3) + " " + total(new Square(5)));
    for (String argument : arguments) {
      switch (argument) {
        case "late" -> late();
        case String name when name.startsWith("delete:") ->
            Files.delete(Path.of(name.substring("delete:".length())));
        case String name when name.startsWith("load:") -> {}
        case "second" -> System.out.println(total((Shape) make("App$Circle")));
        case "hot" -> System.out.println(hot(new Square(5)));
        case "trap" -> System.out.println(trap(numbers));
        default -> awaitLoader();
      }
    }
  }

  /** Has its classes before the loader looks for them. */
  static class Early {
    public static void main(String[] arguments) throws Exception {
      List<String> names = new ArrayList<>(List.of("App", "App$Shape", "App$Square"));
      for (String argument : arguments) {
        if (argument.startsWith("load:")) {
          names.add(argument.substring("load:".length()));
        }
      }
      for (String name : names) {
        Class.forName(name);
      }
      List<String> all = new ArrayList<>(List.of("App"));
      all.addAll(List.of(arguments));
      Class.forName("dev.preheat.loader.Main")
          .getMethod("main", String[].class)
          .invoke(null, (Object) all.toArray(new String[0]));
    }
  }

  static int sum(int[] numbers) {
    int sum = 0;
    for (int number : numbers) {
      sum += number;
    }
    return sum;
  }

  static String text(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(new StringBuilder("w").append(i).toString());
    }
    return String.join(",", words);
  }

  static int total(Shape shape) {
    return shape.area() + 1;
  }

  /** Long enough for the JIT to compile what it calls at the highest level. */
  static int hot(Shape shape) {
    int sum = 0;
    for (int i = 0; i < 100_000; i++) {
      sum += total(shape);
    }
    return sum;
  }

  static String trap(int[] numbers) {
    try {
      return String.valueOf(at(numbers, numbers.length));
    } catch (ArrayIndexOutOfBoundsException e) {
      return e.getMessage()
          + " "
          + e.getStackTrace()[0].getMethodName()
          + e.getStackTrace()[1].getMethodName();
    }
  }

  static int at(int[] numbers, int index) {
    return numbers[index];
  }

  static Object make(String name) throws Exception {
    return Class.forName(name).getDeclaredConstructor().newInstance();
  }

  static void late() throws Exception {
    System.out.println(((java.util.function.IntSupplier) make("App$Late")).getAsInt());
  }

  /** The loader's thread ends when no method waits any more. */
  static void awaitLoader() throws Exception {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("preheat")) {
        thread.join();
      }
    }
  }

  abstract static class Shape {
    abstract int area();
  }

  static class Square extends Shape {
    final int side;

    Square(int side) {
      this.side = side;
    }

    @Override
    int area() {
      return side * side;
    }
  }

  static class Circle extends Shape {
    @Override
    int area() {
      return 3;
    }
  }

  static class Late implements java.util.function.IntSupplier {
    static final int SEED = Integer.parseInt("40");

    @Override
    public int getAsInt() {
      return SEED + 2;
    }
  }
}
