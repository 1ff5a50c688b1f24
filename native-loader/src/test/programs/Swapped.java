// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Reads the same field by code and by reflection; a newer build has the two in the other order. */
public final class Swapped {
  public static final class Pair {
    public int first = 5;
    public int second = 7;
  }

  static int byCode(Pair pair) {
    return pair.second;
  }

  public static void main(String[] arguments) throws Exception {
    Pair pair = new Pair();
    int sum = 0;
    for (int i = 0; i < 5000; i++) {
      sum += byCode(pair);
    }
    int byReflection = Pair.class.getField("second").getInt(pair);
    System.out.println(byCode(pair) + " " + byReflection + " " + sum / 5000);
  }

  /** Has its classes before the loader looks for them, with an archive or without. */
  static class Early {
    public static void main(String[] arguments) throws Exception {
      Class.forName("Swapped");
      Class.forName("Swapped$Pair");
      Class.forName("dev.preheat.loader.Main")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {"Swapped"});
    }
  }
}
