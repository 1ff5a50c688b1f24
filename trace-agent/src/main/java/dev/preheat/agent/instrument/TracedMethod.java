// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.instrument;

import dev.preheat.format.trace.ArgumentTypes;
import java.util.ArrayList;
import java.util.List;

/**
 * An instrumented method of a class of the application class loader.
 *
 * @param holder internal name of its class
 * @param isStatic whether it has no receiver
 */
public record TracedMethod(String holder, String name, String descriptor, boolean isStatic) {
  private static final String LAMBDA = "$$Lambda";

  /**
   * The combination that a call recorded.
   *
   * @param classNames names of the run-time classes of the receiver, if it could be passed, and of
   *     the reference arguments; null for too many combinations
   */
  ArgumentTypes arguments(String[] classNames) {
    if (classNames == null) {
      return ArgumentTypes.MANY;
    }
    int next = 0;
    String receiver = isStatic ? ArgumentTypes.NONE : holder;
    if (!isStatic && !name.equals("<init>")) {
      receiver = internalName(classNames[next++]);
    }
    List<String> arguments = new ArrayList<>();
    for (int at = 1; descriptor.charAt(at) != ')'; at = endOfType(at)) {
      char kind = descriptor.charAt(at);
      boolean reference = kind == 'L' || kind == '[';
      arguments.add(reference ? internalName(classNames[next++]) : ArgumentTypes.NONE);
    }
    return new ArgumentTypes(receiver, arguments);
  }

  private int endOfType(int start) {
    int at = start;
    while (descriptor.charAt(at) == '[') {
      at++;
    }
    return (descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) : at) + 1;
  }

  /** A hidden class has a number behind a slash, one of a lambda may have another before it. */
  private static String internalName(String className) {
    int slash = className.indexOf('/');
    if (slash < 0) {
      return className.replace('.', '/');
    }
    int lambda = className.indexOf(LAMBDA);
    int end = lambda < 0 ? slash : lambda + LAMBDA.length();
    return className.substring(0, end).replace('.', '/');
  }
}
