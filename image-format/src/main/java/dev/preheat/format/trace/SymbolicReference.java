// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

import java.util.Objects;

/**
 * A constant-pool entry that was resolved, by what it names: instrumentation, which renumbers
 * constant pools, does not change it.
 */
public sealed interface SymbolicReference extends Comparable<SymbolicReference> {
  /** The class that is named, or that the member is looked up in; an internal name. */
  String holder();

  /** The form in the trace file: {@code C:name}, {@code F:class.name:descriptor}, or with M. */
  default String text() {
    StringBuilder text = new StringBuilder();
    appendTo(text);
    return text.toString();
  }

  /** Appends the form in the trace file. */
  void appendTo(StringBuilder text);

  /** Classes, then fields, then methods; each by holder, name and descriptor. */
  @Override
  default int compareTo(SymbolicReference other) {
    int order = Character.compare(kind(), other.kind());
    if (order == 0) {
      order = holder().compareTo(other.holder());
    }
    if (order == 0) {
      order = name().compareTo(other.name());
    }
    return order != 0 ? order : descriptor().compareTo(other.descriptor());
  }

  /** The letter that the text form starts with. */
  char kind();

  /** The member's name, empty for a class. */
  String name();

  /** The member's descriptor, empty for a class. */
  String descriptor();

  /**
   * A {@code CONSTANT_Class}.
   *
   * @param holder the class named, for an array class its descriptor
   */
  record ClassReference(String holder) implements SymbolicReference {
    public ClassReference {
      Names.check(holder, "class");
    }

    @Override
    public char kind() {
      return 'C';
    }

    @Override
    public String name() {
      return "";
    }

    @Override
    public String descriptor() {
      return "";
    }

    @Override
    public void appendTo(StringBuilder text) {
      Names.appendName(text.append("C:"), holder);
    }
  }

  /** A {@code CONSTANT_Fieldref}. */
  record FieldReference(String holder, String name, String descriptor)
      implements SymbolicReference {
    public FieldReference {
      checkMember(holder, name, descriptor);
    }

    @Override
    public char kind() {
      return 'F';
    }

    @Override
    public void appendTo(StringBuilder text) {
      appendMember(text, this);
    }
  }

  /** A {@code CONSTANT_Methodref} or {@code CONSTANT_InterfaceMethodref}. */
  record MethodReference(String holder, String name, String descriptor)
      implements SymbolicReference {
    public MethodReference {
      checkMember(holder, name, descriptor);
    }

    @Override
    public char kind() {
      return 'M';
    }

    @Override
    public void appendTo(StringBuilder text) {
      appendMember(text, this);
    }
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is none
   */
  static SymbolicReference of(String text) {
    Objects.requireNonNull(text, "text");
    if (text.startsWith("C:")) {
      return new ClassReference(Names.unescape(text.substring(2)));
    }
    boolean field = text.startsWith("F:");
    int dot = text.indexOf('.');
    int colon = text.indexOf(':', dot + 1);
    if ((!field && !text.startsWith("M:")) || dot < 0 || colon < 0) {
      throw new IllegalArgumentException("'" + text + "' is no symbolic reference");
    }
    String holder = Names.unescape(text.substring(2, dot));
    String name = Names.unescape(text.substring(dot + 1, colon));
    String descriptor = Names.unescape(text.substring(colon + 1));
    return field
        ? new FieldReference(holder, name, descriptor)
        : new MethodReference(holder, name, descriptor);
  }

  private static void checkMember(String holder, String name, String descriptor) {
    Names.check(holder, "class");
    Names.check(name, "member");
    Names.check(descriptor, "descriptor");
  }

  private static void appendMember(StringBuilder text, SymbolicReference reference) {
    Names.appendName(text.append(reference.kind()).append(':'), reference.holder());
    Names.appendName(text.append('.'), reference.name());
    Names.appendName(text.append(':'), reference.descriptor());
  }
}
