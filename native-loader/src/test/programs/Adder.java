// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
import java.lang.invoke.MethodHandles;
import java.util.Arrays;

/** What ClassIdentityIT runs. */
public final class Adder {
  public static void main(String[] arguments) throws Exception {
    String what = arguments.length == 0 ? "" : arguments[0];
    System.out.println(Sum.of(3, 4) + " " + Other.of(5, 6) + " " + Math.ceilDiv(7, 3));
    if (what.equals("redefine")) {
      Meddler.redefine(Sum.class);
      System.out.println(Sum.of(3, 4) + " " + Other.of(5, 6));
    }
    if (what.equals("relinked")) {
      Runnable old = Tasks.task(false);
      Meddler.repeat(Tasks.class);
      Runnable task = Tasks.task(false);
      System.out.println(old == task);
      System.out.println(Late.of(7, 8));
      Later.touch();
      awaitLoader();
      System.out.println(Tasks.task(true) == task);
    }
    if (what.equals("late")) {
      for (int i = Integer.parseInt(arguments[1]); i > 0; i--) {
        Meddler.redefine(Sum.class);
      }
      System.out.println(Late.of(7, 8));
      Later.touch();
      awaitLoader();
      System.out.println(Late.of(7, 8));
    }
  }

  /** The loader's thread ends when no method waits any more. */
  private static void awaitLoader() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("preheat")) {
        thread.join();
      }
    }
  }

  /** Has the classes before the loader looks for them, one of them redefined or defined anew. */
  static class Early {
    public static void main(String[] arguments) throws Exception {
      String first = arguments.length == 0 ? "" : arguments[0];
      if (first.equals("define")) {
        try (var file = Adder.class.getResourceAsStream("Adder$Sum.class")) {
          MethodHandles.lookup().defineClass(Meddler.meddle(file.readAllBytes()));
        }
      }
      for (String name : new String[] {"Adder", "Adder$Sum", "Adder$Other", "Adder$Tasks"}) {
        Class.forName(name);
      }
      switch (first) {
        case "redefined" -> Meddler.redefine(Class.forName(arguments[1]));
        case "retransformed" -> Meddler.retransform(Class.forName(arguments[1]));
        default -> {}
      }
      String[] all = Arrays.copyOf(new String[] {"Adder"}, arguments.length + 1);
      System.arraycopy(arguments, 0, all, 1, arguments.length);
      Class.forName("dev.preheat.loader.Main")
          .getMethod("main", String[].class)
          .invoke(null, (Object) all);
    }
  }

  static class Sum {
    static int of(int a, int b) {
      return a + b;
    }
  }

  static class Other {
    static int of(int a, int b) {
      return Sum.of(a, b) + 1;
    }
  }

  static class Late {
    static int of(int a, int b) {
      return Sum.of(a, b) * 2;
    }
  }

  static class Later {
    static void touch() {}
  }

  /** Each call site always gives the same object, until the class is redefined. */
  static class Tasks {
    static Runnable task(boolean isLate) {
      Runnable task = () -> {};
      if (isLate) {
        Later.touch();
      }
      return task;
    }

    static Runnable other() {
      return () -> {};
    }
  }
}
