// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.generator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the program in which every kind of code calls native methods in every way, and native code
 * calls every kind. The names of its classes say how their methods are to run.
 */
public final class NativeMatrix {
  /** The program. */
  public static final String NAME = "dev.preheat.conformance.programs.NativeMatrixProgram";

  /** A class that it needs. */
  public static final String HANDLES = "dev.preheat.conformance.programs.InterpretedHandles";

  /** Native methods that are called so often that the JVM makes wrappers for them. */
  public static final List<String> WRAPPED =
      List.of(
          "java.lang.reflect.Array.setLong",
          "java.lang.reflect.Array.getDouble",
          "java.lang.String.intern",
          "java.lang.Object.notify");

  private static final List<String> CALLERS =
      List.of(
          "staticCalls",
          "specialCalls",
          "virtualCalls",
          "interfaceCalls",
          "dynamicCalls",
          "exceptions",
          "downcalls",
          "upcalls",
          "reflection",
          "changes");

  private static final List<String> CALLEES =
      List.of("notInlinedCompare", "notInlinedWide", "notInlinedNothing", "notInlinedReflected");

  private static final String START = "  // for each KIND\n";
  private static final String END = "  // end\n";

  private NativeMatrix() {}

  /** The methods whose kind of code matters, of a class whose name starts so. */
  public static List<String> methods(String code) {
    List<String> methods = new ArrayList<>();
    CALLERS.forEach(name -> methods.add(NAME + "$" + code + "Caller." + name));
    CALLEES.forEach(name -> methods.add(NAME + "$" + code + "Callee." + name));
    return methods;
  }

  /**
   * The source. With an argument, the program writes there what code there is, and goes on to throw
   * and to meet a class that it had not seen.
   */
  public static String generate() throws IOException {
    String template = read("NativeMatrix.txt");
    int start = template.indexOf(START);
    int end = template.indexOf(END);
    StringBuilder text = new StringBuilder(template.substring(0, start));
    for (String code : CallMatrix.CODE) {
      text.append(template.substring(start + START.length(), end).replace("KIND", code));
    }
    return text.append(template.substring(end + END.length())).toString();
  }

  /** The source of the class through which the program gets into native code and out of it. */
  public static String handles() throws IOException {
    return read("NativeHandles.txt");
  }

  private static String read(String name) throws IOException {
    try (InputStream in = NativeMatrix.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
