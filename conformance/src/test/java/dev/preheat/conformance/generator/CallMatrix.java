// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

  /** How code calls. */
  private static final List<String> KINDS =
      List.of("static", "special", "virtual", "interface", "dynamic", "lambda");

  /** How reflection does. */
  private static final List<String> NATIVE_KINDS =
      List.of("static", "special", "virtual", "interface");

  /** The place of native code among the callers, whose classes the program does not have. */
  private static final int NATIVE = CODE.size();

  private static final String CLASSES = "  // classes\n";

  private static final List<String> RESULTS =
      List.of("int", "double", "String", "long", "Object", "float", "boolean");

  private CallMatrix() {}

  /**
   * The methods that are called, of classes whose names start so. Each has one caller, in the
   * program or in native code, which is therefore the one that meets it when it first deoptimises.
   */
  public static List<String> callees(String code) {
    List<String> methods = new ArrayList<>();
    for (int caller = 0; caller <= NATIVE; caller++) {
      for (String kind : kinds(caller)) {
        for (int shape = 0; shape < SHAPES.size(); shape++) {
          methods.add(
              NAME + "$" + calleeName(code, caller) + ".notInlined" + kind + "Call" + shape);
        }
      }
    }
    return methods;
  }

  /** The methods that call them, of classes whose names start so. */
  public static List<String> callers(String code) {
    List<String> methods = new ArrayList<>();
    for (String callee : CODE) {
      for (String kind : KINDS) {
        methods.add(NAME + "$" + callerName(code, callee) + "." + kind + "Calls");
      }
    }
    return methods;
  }

  /**
   * The source. With three names of files as arguments, the program writes there what code there is
   * when all has been called often, when all has thrown, and when all has met a class that it had
   * not seen. Without, it does not meet it.
   */
  public static String generate() throws IOException {
    StringBuilder classes = new StringBuilder();
    classes.append("interface Callee {\n").append(heads("interface", "")).append("}\n");
    classes.append("abstract static class Callees implements Callee {\n");
    classes.append(heads("virtual", "abstract ")).append("}\n");
    for (String code : CODE) {
      for (int caller = 0; caller <= NATIVE; caller++) {
        classes.append(callee(code, caller));
      }
    }
    StringBuilder callers = new StringBuilder();
    StringBuilder reflected = new StringBuilder();
    for (String code : CODE) {
      for (String callee : CODE) {
        classes.append(caller(code, callee));
        callers.append("new ").append(callerName(code, callee)).append("(),\n");
      }
      reflected.append("new ").append(calleeName(code, NATIVE)).append("(),\n");
    }
    try (InputStream in = CallMatrix.class.getResourceAsStream("CallMatrix.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace(CLASSES, classes)
          .replace("ALL_CALLERS", callers)
          .replace("ALL_REFLECTED", reflected);
    }
  }

  private static List<String> kinds(int caller) {
    return caller == NATIVE ? NATIVE_KINDS : KINDS;
  }

  private static String calleeName(String code, int caller) {
    return code + "CalleeOf" + (char) ('A' + caller);
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

  private static String heads(String kind, String modifier) {
    return IntStream.range(0, SHAPES.size())
        .mapToObj(shape -> modifier + head(shape, kind + "Call") + ";\n")
        .collect(Collectors.joining());
  }

  private static String callee(String code, int caller) {
    StringBuilder text = new StringBuilder("static class " + calleeName(code, caller));
    text.append(" extends Callees {\n");
    for (int shape = 0; shape < SHAPES.size(); shape++) {
      String body = body(shape);
      for (String kind : kinds(caller)) {
        text.append(
            switch (kind) {
              case "static", "dynamic", "lambda" -> "static ";
              case "virtual", "interface" -> "@Override\npublic ";
              default -> "";
            });
        text.append(head(shape, kind + "Call")).append(body);
      }
    }
    return text.append("}\n").toString();
  }

  /** Meets the class while all arguments are still needed, and throws when they have been used. */
  private static String body(int shape) {
    StringBuilder text = new StringBuilder(" {\nlong sum = mode;\n");
    text.append("if (mode == 2) {\nsum += LateSum.add(sum);\n}\n");
    for (int i = 0; i < types(shape).size(); i++) {
      text.append("sum = sum * 31 + hash(a").append(i).append(");\n");
    }
    text.append("if (mode == 1) {\nthrow new IllegalStateException(Long.toString(sum));\n}\n");
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
    String target = calleeName(callee, CODE.indexOf(code));
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
        text.append("try {\n");
        text.append("sum = sum * 31 + hash(").append(call(kind, shape, target)).append(");\n");
        text.append("} catch (IllegalStateException e) {\n");
        text.append("sum = sum * 31 + notInlinedCaught(e);\n}\n");
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
        + ".class, \"notInlineddynamicCall"
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
      case "virtual" -> "((Callees) o)." + name;
      case "interface" -> "o." + name;
      case "dynamic" -> "(" + RESULTS.get(shape) + ") H" + shape + ".invokeExact" + arguments;
      default ->
          "((Body<"
              + boxed(RESULTS.get(shape))
              + ">) (() -> "
              + target
              + ".notInlinedlambdaCall"
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
}
