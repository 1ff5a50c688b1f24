// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.program;

import dev.preheat.format.contract.TargetJdk;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.function.Consumer;

/**
 * The program's main method, chosen by the rules of the launcher (JEP 512, as in
 * sun.launcher.LauncherHelper): static or not, with or without arguments, of the class or of a
 * superclass, not private.
 */
public final class Program {

  private static final String COMMAND = "sun.java.command";

  private final Class<?> type;
  private final Method main;
  private final String problem;

  private Program(Class<?> type, Method main, String problem) {
    this.type = type;
    this.main = main;
    this.problem = problem;
  }

  /** Finds a program; {@link #problem} says when there is none. */
  public static Program find(String className) {
    Class<?> type;
    try {
      type = Class.forName(className, false, ClassLoader.getSystemClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return new Program(
          null,
          null,
          "Error: Could not find or load main class " + className + "\nCaused by: " + e);
    }
    Method main = mainOf(type);
    return new Program(type, main, problemOf(type, main));
  }

  /** Why the program cannot run, null when it can. */
  public String problem() {
    return problem;
  }

  /**
   * Runs the program.
   *
   * @param launcher the class that was started in its place
   * @throws Throwable what it throws
   */
  public void run(Class<?> launcher, String[] arguments) throws Throwable {
    hide(launcher);
    Consumer<Object> call = null;
    if (isOwnJdk()) {
      try {
        call = MainCall.of(type, main);
      } catch (IllegalAccessError e) {
        // The JVM was started without the options of the args file: reflection will do.
        call = null;
      }
    }
    if (call != null) {
      call.accept(arguments);
    } else {
      invoke(arguments);
    }
  }

  private void invoke(String[] arguments) throws Throwable {
    main.setAccessible(true);
    try {
      Object receiver = null;
      if (!Modifier.isStatic(main.getModifiers())) {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        receiver = constructor.newInstance();
      }
      if (main.getParameterCount() == 0) {
        main.invoke(receiver);
      } else {
        main.invoke(receiver, (Object) arguments);
      }
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Programs read this property to find out their own main class. */
  private static void hide(Class<?> launcher) {
    String command = System.getProperty(COMMAND, "");
    String own = launcher.getName().concat(" ");
    if (command.startsWith(own)) {
      System.setProperty(COMMAND, command.substring(own.length()));
    }
  }

  private static boolean isOwnJdk() {
    return TargetJdk.SPECIFICATION_VERSION.equals(System.getProperty("java.specification.version"));
  }

  private static Method mainOf(Class<?> type) {
    if (isOwnJdk()) {
      try {
        return MainCall.find(type);
      } catch (IllegalAccessError e) {
        // As above.
      }
    }
    Method main = mainOf(type, true);
    return main != null ? main : mainOf(type, false);
  }

  private static Method mainOf(Class<?> type, boolean withArguments) {
    Class<?>[] parameters = withArguments ? new Class<?>[] {String[].class} : new Class<?>[0];
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      try {
        return checked(each.getDeclaredMethod("main", parameters));
      } catch (NoSuchMethodException e) {
        // A superclass or an interface may have it.
      }
    }
    try {
      return checked(type.getMethod("main", parameters));
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static Method checked(Method method) throws NoSuchMethodException {
    if (method.getReturnType() != void.class || Modifier.isPrivate(method.getModifiers())) {
      throw new NoSuchMethodException();
    }
    return method;
  }

  private static String problemOf(Class<?> type, Method main) {
    if (main == null) {
      return "Error: Main method not found in class " + type.getName();
    }
    if (Modifier.isStatic(main.getModifiers())) {
      return null;
    }
    try {
      if (!Modifier.isAbstract(type.getModifiers())
          && !Modifier.isPrivate(type.getDeclaredConstructor().getModifiers())) {
        return null;
      }
    } catch (NoSuchMethodException e) {
      return "Error: no non-private zero argument constructor found in class " + type.getName();
    }
    return "Error: class " + type.getName() + " cannot be instantiated to run its main method";
  }
}
