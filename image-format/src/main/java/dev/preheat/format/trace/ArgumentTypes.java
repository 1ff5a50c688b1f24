// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import java.util.List;

/**
 * One combination of run-time classes that a method was called with.
 *
 * <p>Classes are internal names, array classes descriptors. They are hints: that a class may have
 * the name of one of the words below costs a hint and nothing else.
 *
 * @param receiver the receiver's class, {@link #NONE} for a static method
 * @param arguments for each argument its class, {@link #NULL}, or {@link #NONE} for a primitive
 */
public record ArgumentTypes(String receiver, List<String> arguments)
    implements Comparable<ArgumentTypes> {
  /** Stands for the receiver of a static method and for an argument of primitive type. */
  public static final String NONE = "-";

  /** Stands for an argument that was null. */
  public static final String NULL = "null";

  /** Stands for all combinations of a method that had too many. */
  public static final ArgumentTypes MANY = new ArgumentTypes("many", List.of());

  public ArgumentTypes {
    Names.check(receiver, "class");
    arguments = List.copyOf(arguments);
    for (String argument : arguments) {
      Names.check(argument, "class");
    }
  }

  /** By receiver, then argument by argument, shorter lists first. */
  @Override
  public int compareTo(ArgumentTypes other) {
    int order = receiver.compareTo(other.receiver);
    int common = Math.min(arguments.size(), other.arguments.size());
    for (int i = 0; i < common && order == 0; i++) {
      order = arguments.get(i).compareTo(other.arguments.get(i));
    }
    return order != 0 ? order : Integer.compare(arguments.size(), other.arguments.size());
  }
}
