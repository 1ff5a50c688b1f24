// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Runs a program, and then again, with the same arguments: the second time by the loader, where the
 * class path has it. All that the program initialises, and fails to, it has by then.
 */
public final class Twice {
  private static final String LOADER = "dev.preheat.loader.Main";

  private Twice() {}

  public static void main(String[] args) throws Throwable {
    Method program = Class.forName(args[0]).getMethod("main", String[].class);
    call(program, new String[0]);
    System.out.println("again");
    if (hasLoader()) {
      call(Class.forName(LOADER).getMethod("main", String[].class), args);
    } else {
      call(program, new String[0]);
    }
  }

  private static void call(Method method, String[] args) throws Throwable {
    try {
      method.invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static boolean hasLoader() {
    return ClassLoader.getSystemResource(LOADER.replace('.', '/') + ".class") != null;
  }
}
