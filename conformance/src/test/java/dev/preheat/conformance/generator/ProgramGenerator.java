// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

import java.util.ArrayList;
import java.util.List;

/** Writes a program from a seed. */
public final class ProgramGenerator {
  private static final String PACKAGE = "dev.preheat.conformance.programs";
  private static final int METHODS = 6;

  private static final List<Variable> STATICS =
      List.of(
          Variable.field("sInt", Type.INT),
          Variable.field("sLong", Type.LONG),
          Variable.field("sDouble", Type.DOUBLE),
          Variable.field("sFloat", Type.FLOAT),
          Variable.field("sByte", Type.BYTE),
          Variable.field("sString", Type.STRING),
          Variable.field("sBase", Type.BASE),
          Variable.field("sInts", Type.INTS),
          Variable.field("sObject", Type.OBJECT));

  private final long seed;
  private final Choice choice;
  private final Expressions expressions;
  private final Statements statements;
  private final StringBuilder calls = new StringBuilder();

  private ProgramGenerator(long seed) {
    this.seed = seed;
    choice = new Choice(seed);
    expressions = new Expressions(choice);
    statements = new Statements(choice, expressions);
  }

  /** Name of the class of a seed's program. */
  public static String name(long seed) {
    return PACKAGE + ".Seed" + Long.toString(seed).replace('-', 'm') + "Program";
  }

  /**
   * The source. The program runs a few rounds when it has an argument; without one it goes on and
   * meets classes that it had not seen.
   */
  public static String generate(long seed) {
    return new ProgramGenerator(seed).text();
  }

  private String text() {
    Hierarchy hierarchy = new Hierarchy(choice, expressions, statements, STATICS);
    String classes = hierarchy.text();
    List<Signature> methods = new ArrayList<>(hierarchy.methods());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < METHODS; i++) {
      text.append(method("m" + i, methods));
    }
    String simple = name(seed).substring(PACKAGE.length() + 1);
    return START.replace("NAME", simple).replace("SEED", Long.toString(seed))
        + classes
        + text
        + MAIN.replace("CALLS", calls);
  }

  private String method(String name, List<Signature> methods) {
    Type result = choice.of(Type.ALL.stream().filter(type -> type != Type.FACE).toList());
    Scope.Method method = new Scope.Method(result);
    Scope caller =
        Scope.of(
            new Scope.Method(Type.INT), List.of(Variable.constant("round", Type.INT)), List.of());
    List<Variable> variables = new ArrayList<>(STATICS);
    List<String> parameters = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    for (int i = choice.oneIn(3) ? choice.between(0, 9) : choice.below(4); i > 0; i--) {
      Type type = choice.of(Type.ALL);
      String parameter = "a" + types.size();
      boolean constant = choice.oneIn(2);
      variables.add(
          constant ? Variable.constant(parameter, type) : Variable.local(parameter, type));
      parameters.add((constant ? "final " : "") + type.text() + " " + parameter);
      arguments.add("(" + type.text() + ") (" + expressions.of(type, caller, 2) + ")");
      types.add(type);
    }
    Scope scope = Scope.of(method, variables, List.copyOf(methods));
    String text =
        "static "
            + (choice.oneIn(6) ? "synchronized " : "")
            + result.text()
            + " "
            + name
            + "("
            + String.join(", ", parameters)
            + ") {\n"
            + statements.guardedBlock(scope, 3, choice.between(2, 8))
            + statements.result(scope)
            + "\n}\n";
    methods.add(new Signature(name, null, types, result, method.steps()));
    calls
        .append("Check.run(\"")
        .append(name)
        .append(" \" + round, () -> ")
        .append(result == Type.DOUBLE || result == Type.FLOAT ? "printed(" : "(")
        .append(name)
        .append('(')
        .append(String.join(", ", arguments))
        .append(")));\n");
    return text;
  }

  private static final String START =
      """
      package dev.preheat.conformance.programs;

      /** Written from the seed SEED. */
      public final class NAME {
      static final Object LOCK = new Object();
      static final Object LOCK2 = new Object();
      static int stage;
      static int sInt = 5;
      static long sLong = 7;
      static double sDouble = 0.25;
      static float sFloat = 1.5f;
      static byte sByte = 3;
      static String sString = "s";
      static Base sBase = new C1(4);
      static int[] sInts = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
      static Object sObject = "o";
      // Loads them.
      static final Object[] ALL = {
      new C0(0), new C1(1), new C2(2), new C3(3), new Dot(0), new Line(null, null), new Box(0, "b"), new Resource(1), Color.RED
      };

      interface Body<T> {
      T run(int x);
      }

      interface Face {
      int face(int x);
      default long twice(int x) {
      return 2L * face(x) + face(x + 1);
      }
      }

      enum Color {
      RED,
      GREEN {
      @Override
      int weight(int x) {
      return x * 7;
      }
      },
      BLUE;
      int weight(int x) {
      return x + ordinal();
      }
      }

      sealed interface Shape permits Dot, Line, Box {}

      record Dot(int x) implements Shape {}

      record Line(Dot a, Dot b) implements Shape {}

      record Box(long w, String s) implements Shape {}

      static class Oops extends RuntimeException {
      Oops(String message) {
      super(message);
      }
      }

      static class WorseOops extends Oops {
      WorseOops(String message) {
      super("worse " + message);
      }
      }

      record Resource(int id) implements AutoCloseable {
      Resource {
      if (id % 7 == 3) {
      throw new Oops("open " + id);
      }
      }
      @Override
      public void close() {
      counted(id);
      if (id % 5 == 2) {
      throw new WorseOops("close " + id);
      }
      }
      }

      static class LateMaker {
      static Base make(int kind) {
      return (kind & 16) == 0 ? new Late0(kind) : new Late1(kind);
      }
      }

      static Base make(int kind) {
      return switch (kind & 15) {
      case 0 -> new C0(kind);
      case 1 -> new C1(kind);
      case 2 -> new C2(kind);
      case 3 -> new C3(kind);
      case 4 -> null;
      case 5, 6, 7 -> stage >= 3 ? LateMaker.make(kind) : new C2(kind);
      default -> (kind & 16) == 0 ? new C0(kind) : new C3(kind);
      };
      }

      static <T> T call(Body<T> body, int x) {
      return body.run(x);
      }

      static int counted(int x) {
      sInt = sInt * 31 + x;
      return sInt;
      }

      static void seen(int x) {
      counted(x);
      }

      static void seen(long x) {
      counted((int) x);
      counted((int) (x >> 32));
      }

      static void seen(float x) {
      counted(Float.floatToIntBits(x));
      }

      static void seen(double x) {
      seen(Double.doubleToLongBits(x));
      }

      static void seen(boolean x) {
      counted(x ? 1231 : 1237);
      }

      static void seen(Object x) {
      counted(switch (x) {
      case null -> 0;
      case String s -> s.hashCode();
      case Integer i -> i;
      case Double d -> d.hashCode();
      case Base b -> b.number;
      case Shape s -> s.hashCode();
      case int[] a -> java.util.Arrays.hashCode(a);
      case long[] a -> java.util.Arrays.hashCode(a);
      case byte[] a -> java.util.Arrays.hashCode(a);
      case short[] a -> java.util.Arrays.hashCode(a);
      case char[] a -> java.util.Arrays.hashCode(a);
      case float[] a -> java.util.Arrays.hashCode(a);
      case double[] a -> java.util.Arrays.hashCode(a);
      case Object[] a -> a.length;
      default -> x.getClass().isHidden() ? 1 : x.getClass().getName().length();
      });
      }

      // Nobody says which of the many numbers a NaN is.
      static double printed(double x) {
      return Double.longBitsToDouble(Double.doubleToLongBits(x));
      }

      static float printed(float x) {
      return Float.intBitsToFloat(Float.floatToIntBits(x));
      }

      static boolean yes(boolean value) {
      return value;
      }

      static String cut(String text) {
      return text == null || text.length() <= 40 ? text : text.substring(text.length() - 40);
      }

      static char at(String text, int index) {
      return text.isEmpty() ? '-' : text.charAt(Math.floorMod(index, text.length()));
      }

      static String tail(String text, int index) {
      return text.substring(Math.floorMod(index, text.length() + 1));
      }

      static Base asBase(Object object) {
      return object instanceof Base base ? base : new C0(7);
      }

      static Face asFace(Base base) {
      return base instanceof Face face ? face : x -> x + base.number;
      }

      static void note(Throwable error) {
      StackTraceElement[] frames = error.getStackTrace();
      counted(error.toString().hashCode());
      counted(frames.length == 0 ? -1 : frames[0].toString().hashCode());
      counted(error.getSuppressed().length);
      }

      """;

  private static final String MAIN =
      """
      public static void main(String[] args) {
      Check.collectGarbage();
      run(args.length > 0 ? 3 : 6);
      }

      static void run(int rounds) {
      for (int i = 0; i < rounds; i++) {
      final int round = i;
      stage = i;
      CALLS
      Check.run("state " + round, () -> sInt + " " + sLong + " " + sDouble + " " + sFloat + " " + sByte
      + " " + sString + " " + sBase + " " + java.util.Arrays.toString(sInts));
      }
      }
      }
      """;
}
