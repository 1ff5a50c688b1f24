// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
import java.util.EventListener;
import java.util.Objects;
import java.util.StringJoiner;

/** What JdkRelationsIT runs: relations between classes of the JDK that are constants in code. */
public final class JdkRelations {
  public static void main(String[] arguments) {
    System.out.println(assignable() + " " + inlined() + " " + throughJdk() + " " + array());
    System.out.println(field(new Holder()) + " " + returned() + " " + cast(new StringJoiner("")));
    System.out.println(independent(4));
  }

  /** Has the classes before the loader looks for them. */
  static class Early {
    public static void main(String[] arguments) throws Exception {
      for (String name :
          "JdkRelations Holder java.util.EventListener java.util.StringJoiner".split(" ")) {
        Class.forName(name);
      }
      Class.forName("dev.preheat.loader.Main")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {"JdkRelations"});
    }
  }

  static boolean assignable() {
    return EventListener.class.isAssignableFrom(StringJoiner.class);
  }

  /** The class is a constant of the caller only. */
  static boolean inlined() {
    return check(StringJoiner.class);
  }

  static boolean check(Class<?> type) {
    return EventListener.class.isAssignableFrom(type);
  }

  /** A method of the JDK is between them. */
  static boolean throughJdk() {
    return check(Objects.requireNonNull(StringJoiner.class));
  }

  static boolean array() {
    return EventListener[].class.isAssignableFrom(StringJoiner[].class);
  }

  /** A final class that is no listener is none for ever; only the descriptor names it. */
  static boolean field(Holder holder) {
    return EventListener.class.isInstance(holder.joiner);
  }

  static boolean returned() {
    return EventListener.class.isInstance(Holder.make());
  }

  static String cast(Object joiner) {
    try {
      return EventListener.class.cast((StringJoiner) joiner) == null ? "null" : "cast";
    } catch (ClassCastException e) {
      return "no cast";
    }
  }

  static int independent(int number) {
    return 2 * number;
  }
}

class Holder {
  StringJoiner joiner = new StringJoiner("");

  static StringJoiner make() {
    return new StringJoiner("");
  }
}
