// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
import java.lang.reflect.Field;

/** What ChangedClassIT runs; it changes class Helper, in one respect at a time. */
public final class Relying {
  public static void main(String[] arguments) throws Exception {
    try {
      System.out.println(relying(helper(), new ArithmeticException("zero")));
    } catch (ArithmeticException e) {
      System.out.println(e.getMessage());
    }
    System.out.println(independent(4));
  }

  /** Has the classes before the loader looks for them. */
  static class Early {
    public static void main(String[] arguments) throws Exception {
      for (String name : new String[] {"Relying", "First", "Second", "Marking", "Helper"}) {
        Class.forName(name);
      }
      Class.forName("dev.preheat.loader.Main")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {"Relying"});
    }
  }

  /** Each digit tells of something else. */
  static int relying(Helper helper, RuntimeException thrown) {
    int result = Helper.inherited();
    result = 10 * result + (helper instanceof Marking ? 1 : 2);
    result = 10 * result + helper.area();
    result = 10 * result + helper.first;
    result = 10 * result + Helper.constant;
    result = 10 * result + Helper.guarded(thrown);
    return 10 * result + (Helper.isLocked() ? 1 : 2);
  }

  static int independent(int number) {
    return 2 * number;
  }

  /** An instance, of a subclass if there can be one; the class has no constructor. */
  private static Helper helper() throws Exception {
    Class<?> type;
    try {
      type = Class.forName("Sub");
    } catch (IncompatibleClassChangeError e) {
      type = Helper.class;
    }
    Class<?> unsafe = Class.forName("sun.misc.Unsafe");
    Field only = unsafe.getDeclaredField("theUnsafe");
    only.setAccessible(true);
    Helper helper =
        (Helper) unsafe.getMethod("allocateInstance", Class.class).invoke(only.get(null), type);
    // Neither by offset nor by compiled code.
    Helper.class.getDeclaredField("first").setInt(helper, 3);
    Helper.class.getDeclaredField("second").setInt(helper, 4);
    return helper;
  }
}

class First {
  static int inherited() {
    return 1;
  }
}

class Second {
  static int inherited() {
    return 2;
  }
}

interface Marking {}

class Helper extends First implements Marking {
  static int constant;
  static int other;

  int first;
  int second;

  int area() {
    return 6;
  }

  static int guarded(RuntimeException thrown) {
    try {
      throw thrown;
    } catch (ArithmeticException e) {
      return 8;
    }
  }

  static boolean isLocked() {
    return Thread.holdsLock(Helper.class);
  }

  /** Has in the constant pool what the changes need. */
  static int names() {
    try {
      return Second.inherited();
    } catch (IllegalStateException e) {
      return 0;
    }
  }
}

class Sub extends Helper {
  @Override
  int area() {
    return 7;
  }
}
