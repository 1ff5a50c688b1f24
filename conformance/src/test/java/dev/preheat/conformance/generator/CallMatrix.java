package dev.preheat.conformance.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the program in which every kind of code calls every kind of code in every way, with
 * arguments of every kind and number. The names of its classes say how their methods are to run.
 */
public final class CallMatrix {
  /** The program. */
  public static final String NAME = "dev.preheat.conformance.programs.CallMatrixProgram";

  /** What code a class's methods run as: the start of its name. */
  public static final List<String> CODE = List.of("Image", "Jit", "Interpreted");

  private static final List<String> SHAPES =
      List.of(
          "",
          "int long float double",
          "boolean byte short char int long float double Object String",
          "int long int long int long int long int long int double float double float double float"
              + " double float double float byte",
          "Object Object Object Object Object String Object Object Object",
          "double double double double double double double double double double double float",
          "byte float short double boolean long char");

  /** How code calls; the first ones name other methods, too. */
  private static final List<String> KINDS =
      List.of("static", "special", "virtual", "interface", "dynamic", "lambda");

  private static final int CALLEE_KINDS = 4;

  private static final List<String> RESULTS =
      List.of("int", "double", "String", "long", "Object", "float", "boolean");

  private CallMatrix() {}

  /** The methods whose kind of code matters, of a class whose name starts so. */
  public static List<String> methods(String code) {
    List<String> methods = new ArrayList<>();
    for (String kind : KINDS.subList(0, CALLEE_KINDS)) {
      for (int shape = 0; shape < SHAPES.size(); shape++) {
        methods.add(NAME + "$" + code + "Callee.notInlined" + kind + "Call" + shape);
      }
    }
    for (String callee : CODE) {
      for (String kind : KINDS) {
        methods.add(NAME + "$" + callerName(code, callee) + "." + kind + "Calls");
      }
    }
    return methods;
  }

  /**
   * The source. With an argument, the program writes there what code there is, and goes on to meet
   * a class that it had not seen.
   */
  public static String generate() {
    StringBuilder text = new StringBuilder(START);
    text.append("interface Callee {\n");
    for (int shape = 0; shape < SHAPES.size(); shape++) {
      text.append(head(shape, "interfaceCall")).append(";\n");
    }
    text.append("}\n");
    for (String code : CODE) {
      text.append(callee(code));
    }
    StringBuilder calls = new StringBuilder();
    for (String code : CODE) {
      for (String callee : CODE) {
        text.append(caller(code, callee));
        calls.append("new ").append(callerName(code, callee)).append("(),\n");
      }
    }
    return text + MAIN.replace("ALL_CALLERS", calls);
  }

  private static String callerName(String code, String callee) {
    return code + "CallerOf" + (char) ('A' + CODE.indexOf(callee));
  }

  private static List<String> types(int shape) {
    return SHAPES.get(shape).isEmpty() ? List.of() : List.of(SHAPES.get(shape).split(" "));
  }

  private static String head(int shape, String kind) {
    List<String> types = types(shape);
    return RESULTS.get(shape)
        + " notInlined"
        + kind
        + shape
        + "("
        + IntStream.range(0, types.size())
            .mapToObj(i -> types.get(i) + " a" + i)
            .collect(Collectors.joining(", "))
        + ")";
  }

  private static String callee(String code) {
    StringBuilder text = new StringBuilder("static class " + code + "Callee implements Callee {\n");
    for (int shape = 0; shape < SHAPES.size(); shape++) {
      int size = types(shape).size();
      String body = body(shape, size);
      text.append("static ").append(head(shape, "staticCall")).append(body);
      text.append(head(shape, "specialCall")).append(body);
      text.append(head(shape, "virtualCall")).append(body);
      text.append("@Override\npublic ").append(head(shape, "interfaceCall")).append(body);
    }
    return text.append("}\n").toString();
  }

  private static String body(int shape, int size) {
    StringBuilder text = new StringBuilder(" {\nlong sum = mode;\n");
    for (int i = 0; i < size; i++) {
      text.append("sum = sum * 31 + hash(a").append(i).append(");\n");
    }
    text.append("if (mode != 0) {\nsum += unusual(mode, sum);\n}\n");
    text.append(
        switch (RESULTS.get(shape)) {
          case "boolean" -> "return (sum & 2) == 0;\n";
          case "String" -> "return Long.toString(sum);\n";
          case "Object" -> "return Long.valueOf(sum);\n";
          default -> "return (" + RESULTS.get(shape) + ") sum;\n";
        });
    return text.append("}\n").toString();
  }

  private static String caller(String code, String callee) {
    String name = callerName(code, callee);
    String target = callee + "Callee";
    StringBuilder text = new StringBuilder();
    text.append("static class " + name + " extends " + target + " implements Caller {\n");
    for (int shape = 0; shape < SHAPES.size(); shape++) {
      text.append(handle(shape, target));
    }
    for (String kind : KINDS) {
      text.append("@Override\npublic long ")
          .append(kind)
          .append("Calls(int i, Callee o) throws Throwable {\n");
      text.append("long sum = 0;\n");
      for (int shape = 0; shape < SHAPES.size(); shape++) {
        text.append("sum = sum * 31 + hash(").append(call(kind, shape, target)).append(");\n");
      }
      text.append("return sum;\n}\n");
    }
    return text.append("}\n").toString();
  }

  private static String handle(int shape, String target) {
    List<String> types = new ArrayList<>(List.of(RESULTS.get(shape)));
    types.addAll(types(shape));
    return "static final MethodHandle H"
        + shape
        + " = handle("
        + target
        + ".class, \"notInlinedstaticCall"
        + shape
        + "\", "
        + types.stream().map(type -> type + ".class").collect(Collectors.joining(", "))
        + ");\n";
  }

  private static String call(String kind, int shape, String target) {
    List<String> values = new ArrayList<>();
    for (String type : types(shape)) {
      values.add(value(type, values.size()));
    }
    String arguments = "(" + String.join(", ", values) + ")";
    String name = "notInlined" + kind + "Call" + shape + arguments;
    return switch (kind) {
      case "static" -> target + "." + name;
      case "special" -> "super." + name;
      case "virtual" -> "((" + target + ") o)." + name;
      case "interface" -> "o." + name;
      case "dynamic" -> "(" + RESULTS.get(shape) + ") H" + shape + ".invokeExact" + arguments;
      default ->
          "((Body<"
              + boxed(RESULTS.get(shape))
              + ">) (() -> "
              + target
              + ".notInlinedstaticCall"
              + shape
              + arguments
              + ")).run()";
    };
  }

  private static String boxed(String type) {
    return switch (type) {
      case "int" -> "Integer";
      case "String", "Object" -> type;
      default -> Character.toUpperCase(type.charAt(0)) + type.substring(1);
    };
  }

  private static String value(String type, int place) {
    return switch (type) {
      case "boolean" -> "(i & 1) == 0";
      case "String" -> "TEXTS[i & 3]";
      case "Object" -> "(Object) TEXTS[(i + " + place + ") & 3]";
      default -> "(" + type + ") (i * " + (place * 7 + 3) + ")";
    };
  }

  private static final String START =
      """
      package dev.preheat.conformance.programs;

      import java.lang.invoke.MethodHandle;
      import java.lang.invoke.MethodHandles;
      import java.lang.invoke.MethodType;
      import java.lang.management.ManagementFactory;
      import java.lang.reflect.Method;
      import java.nio.file.Files;
      import java.nio.file.Path;
      import javax.management.ObjectName;

      /** Every kind of code calls every kind of code in every way. */
      public final class CallMatrixProgram {
      static final String[] TEXTS = {"a", null, "text", "\\u20ac"};
      static final int ROUNDS = 600;
      static int mode;

      interface Body<T> {
      T run() throws Throwable;
      }

      interface Caller {
      long staticCalls(int i, Callee o) throws Throwable;
      long specialCalls(int i, Callee o) throws Throwable;
      long virtualCalls(int i, Callee o) throws Throwable;
      long interfaceCalls(int i, Callee o) throws Throwable;
      long dynamicCalls(int i, Callee o) throws Throwable;
      long lambdaCalls(int i, Callee o) throws Throwable;
      }

      static final class LateSum {
      static long add(long value) {
      return value * 3;
      }
      }

      static long hash(boolean value) {
      return value ? 1 : 2;
      }

      static long hash(int value) {
      return value;
      }

      static long hash(long value) {
      return value ^ value >>> 32;
      }

      static long hash(float value) {
      return Float.floatToIntBits(value);
      }

      static long hash(double value) {
      return Double.doubleToLongBits(value);
      }

      static long hash(Object value) {
      return value == null ? 3 : value.toString().length();
      }

      /** Throws, or has a class loaded that the compiler did not know. */
      static long unusual(int mode, long sum) {
      if (mode == 1) {
      throw new IllegalStateException("thrown " + sum);
      }
      return LateSum.add(sum);
      }

      static MethodHandle handle(Class<?> type, String name, Class<?> result, Class<?>... types) {
      try {
      return MethodHandles.lookup().findStatic(type, name, MethodType.methodType(result, types));
      } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
      }
      }
      """;

  private static final String MAIN =
      """
      static final Caller[] CALLERS = {
      ALL_CALLERS
      };

      static long all(Caller caller, int i) throws Throwable {
      Callee o = (Callee) caller;
      long sum = caller.staticCalls(i, o);
      sum = sum * 31 + caller.specialCalls(i, o);
      sum = sum * 31 + caller.virtualCalls(i, o);
      sum = sum * 31 + caller.interfaceCalls(i, o);
      sum = sum * 31 + caller.dynamicCalls(i, o);
      return sum * 31 + caller.lambdaCalls(i, o);
      }

      static void unusual(Caller caller) {
      Callee o = (Callee) caller;
      String name = caller.getClass().getSimpleName() + " " + mode;
      Check.run(name + " static", () -> checked(() -> caller.staticCalls(3, o)));
      Check.run(name + " special", () -> checked(() -> caller.specialCalls(3, o)));
      Check.run(name + " virtual", () -> checked(() -> caller.virtualCalls(3, o)));
      Check.run(name + " interface", () -> checked(() -> caller.interfaceCalls(3, o)));
      Check.run(name + " dynamic", () -> checked(() -> caller.dynamicCalls(3, o)));
      Check.run(name + " lambda", () -> checked(() -> caller.lambdaCalls(3, o)));
      }

      static Object checked(Body<?> body) throws Exception {
      try {
      return body.run();
      } catch (Exception | Error e) {
      throw e;
      } catch (Throwable e) {
      throw new IllegalStateException(e);
      }
      }

      /** Calls by native code: reflection without accessors that are generated. */
      static void reflect(Callee callee) throws Exception {
      Method[] methods = callee.getClass().getSuperclass().getDeclaredMethods();
      java.util.Arrays.sort(methods, java.util.Comparator.comparing(Method::getName));
      for (Method method : methods) {
      Class<?>[] types = method.getParameterTypes();
      Object[] arguments = new Object[types.length];
      for (int i = 0; i < types.length; i++) {
      arguments[i] = argument(types[i], i);
      }
      Check.run(
      callee.getClass().getSimpleName() + " " + mode + " native " + method.getName(),
      () -> {
      try {
      return method.invoke(callee, arguments);
      } catch (java.lang.reflect.InvocationTargetException e) {
      return e.getCause();
      }
      });
      }
      }

      static Object argument(Class<?> type, int i) {
      return switch (type.getName()) {
      case "boolean" -> (i & 1) == 0;
      case "byte" -> (byte) i;
      case "short" -> (short) i;
      case "char" -> (char) i;
      case "int" -> i;
      case "long" -> i * 0x1_0000_0001L;
      case "float" -> i * 0.5f;
      case "double" -> i * 0.25;
      default -> "argument";
      };
      }

      public static void main(String[] args) throws Throwable {
      for (Caller caller : CALLERS) {
      long sum = 0;
      for (int i = 0; i < ROUNDS; i++) {
      sum = sum * 31 + all(caller, i);
      }
      Check.print(caller.getClass().getSimpleName(), sum);
      }
      if (args.length > 0) {
      writeCodeList(Path.of(args[0]));
      }
      for (int i = 0; i < (args.length > 0 ? 3 : 2); i++) {
      mode = i;
      for (Caller caller : CALLERS) {
      unusual(caller);
      reflect((Callee) caller);
      }
      }
      }

      static void writeCodeList(Path file) throws Exception {
      Object list =
      ManagementFactory.getPlatformMBeanServer()
      .invoke(
      new ObjectName("com.sun.management:type=DiagnosticCommand"),
      "compilerCodelist",
      new Object[0],
      new String[0]);
      Files.writeString(file, (String) list);
      }
      }
      """;
}
