// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
import java.util.EventListener;

/**
 * What NamesakesIT runs: classes that implement interfaces which in the compiler's JVM are those of
 * a module, and others.
 */
public final class Namesakes {
  public static void main(String[] arguments) {
    System.out.println(cursor() + " " + row() + " " + independent(4));
  }

  /** Has the classes before the loader looks for them. */
  static class Early {
    public static void main(String[] arguments) throws Exception {
      for (String name : "Namesakes Cursor Row".split(" ")) {
        Class.forName(name);
      }
      Class.forName("dev.preheat.loader.Main")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {"Namesakes"});
    }
  }

  /** The program's interface is a listener, Graal's is none. */
  static boolean cursor() {
    return EventListener.class.isAssignableFrom(Cursor.class);
  }

  /** The JDK's interface is a listener, the program's is none. */
  static boolean row() {
    return EventListener.class.isAssignableFrom(Row.class);
  }

  static int independent(int number) {
    return 2 * number;
  }
}

abstract class Cursor implements org.graalvm.collections.UnmodifiableMapCursor<String, String> {}

abstract class Row implements javax.sql.RowSetListener {}
