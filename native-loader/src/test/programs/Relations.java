// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/**
 * What RelationsIT runs: relations between classes that the compiler knows the answer of. Most
 * methods name a class as a constant only, which is no instruction that needs its shape.
 */
public final class Relations {
  public static void main(String[] arguments) {
    System.out.println(assignable() + " " + inlined() + " " + depth() + " " + parent());
    System.out.println(instance(Derived.class) + " " + kind() + " " + passedOn());
    System.out.println(
        cast(new Derived()) + " " + marked(new Leaf()) + " " + field(new LeafHolder()));
    System.out.println(grandparent() + " " + independent(4));
  }

  /** Has the classes before the loader looks for them. */
  static class Early {
    public static void main(String[] arguments) throws Exception {
      for (String name : "Relations Base Derived Below Marker Leaf LeafHolder".split(" ")) {
        Class.forName(name);
      }
      Class.forName("dev.preheat.loader.Main")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {"Relations"});
    }
  }

  static boolean assignable() {
    return Base.class.isAssignableFrom(Derived.class);
  }

  /** The class is a constant of the caller only. */
  static boolean inlined() {
    return check(Derived.class);
  }

  static boolean check(Class<?> type) {
    return Base.class.isAssignableFrom(type);
  }

  /** Two calls away. */
  static boolean depth() {
    return inlined() && check(Base.class);
  }

  static boolean parent() {
    Class<?> parent = Derived.class.getSuperclass();
    return parent == Base.class;
  }

  /** Of a class object itself, whose class nobody changes. */
  static boolean instance(Object type) {
    return Base.class.isInstance(Base.class) || type == Derived.class;
  }

  static boolean kind() {
    return Leaf.class.isInterface() || Leaf.class.isArray();
  }

  /** The array is one of the elements' superclass if they are of a subclass. */
  static boolean passedOn() {
    return Base[].class.isAssignableFrom(Derived[].class);
  }

  static String cast(Object derived) {
    try {
      return Base.class.cast((Derived) derived) == null ? "null" : "cast";
    } catch (ClassCastException e) {
      return "no cast";
    }
  }

  /** A final class that is no marker is none for ever. */
  static boolean marked(Leaf leaf) {
    return (Object) leaf instanceof Marker;
  }

  /** What the declared type of a field says. */
  static boolean field(LeafHolder holder) {
    return Marker.class.isInstance(holder.leaf);
  }

  /** The class between them is excluded from the trace. */
  static boolean grandparent() {
    return Base.class.isAssignableFrom(Below.class);
  }

  static int independent(int number) {
    return 2 * number;
  }
}

class Base {}

class Derived extends Base {}

class Between extends Base {}

class Below extends Between {}

interface Marker {}

final class Leaf {}

class LeafHolder {
  Leaf leaf = new Leaf();
}
