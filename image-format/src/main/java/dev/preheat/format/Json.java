// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON value (RFC 8259) to be printed. Members of an object and elements of an array stay in the
 * order in which they were given, so the same values give the same text.
 */
public abstract sealed class Json {

  private static final String INDENT = "  ";

  /** A text; half of a surrogate pair is escaped. */
  public static Json of(String value) {
    return new Scalar(quote(value));
  }

  /** A whole number. */
  public static Json of(long value) {
    return new Scalar(Long.toString(value));
  }

  /**
   * A number.
   *
   * @throws IllegalArgumentException if it is infinite or not a number, which JSON cannot say
   */
  public static Json of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a number of JSON: " + value);
    }
    return new Scalar(Double.toString(value));
  }

  /** True or false. */
  public static Json of(boolean value) {
    return new Scalar(Boolean.toString(value));
  }

  /** An array. */
  public static Json array(Collection<? extends Json> elements) {
    return new Elements(List.copyOf(elements));
  }

  /** An array of texts. */
  public static Json texts(Collection<String> elements) {
    return array(elements.stream().map(Json::of).toList());
  }

  /** An object with no members yet. */
  public static Members object() {
    return new Members(Map.of());
  }

  /** The text between quotation marks, all that JSON or a terminal might mistake escaped. */
  public static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (isPlain(text, i)) {
            out.append(c);
          } else {
            out.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  private static boolean isPlain(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  /** The value as lines of text, indented by two spaces, the last one ended, too. */
  public final String text() {
    StringBuilder out = new StringBuilder();
    print(out, "\n");
    return out.append('\n').toString();
  }

  /**
   * Prints the value.
   *
   * @param newLine line break and indentation of the line it starts on
   */
  abstract void print(StringBuilder out, String newLine);

  private static final class Scalar extends Json {
    private final String text;

    Scalar(String text) {
      this.text = text;
    }

    @Override
    void print(StringBuilder out, String newLine) {
      out.append(text);
    }
  }

  private static final class Elements extends Json {
    private final List<Json> elements;

    Elements(List<Json> elements) {
      this.elements = elements;
    }

    @Override
    void print(StringBuilder out, String newLine) {
      String separator = "";
      out.append('[');
      for (Json element : elements) {
        out.append(separator).append(newLine).append(INDENT);
        element.print(out, newLine + INDENT);
        separator = ",";
      }
      out.append(elements.isEmpty() ? "" : newLine).append(']');
    }
  }

  /** An object. Immutable: adding a member gives another object. */
  public static final class Members extends Json {
    private final Map<String, Json> members;

    private Members(Map<String, Json> members) {
      this.members = members;
    }

    /**
     * This object with one more member, the last.
     *
     * @throws IllegalArgumentException if there is a member of that name
     */
    public Members with(String name, Json value) {
      Map<String, Json> more = new LinkedHashMap<>(members);
      if (more.put(name, value) != null) {
        throw new IllegalArgumentException("two members of the name " + name);
      }
      return new Members(more);
    }

    /** This object with a text as one more member. */
    public Members with(String name, String value) {
      return with(name, of(value));
    }

    /** This object with a whole number as one more member. */
    public Members with(String name, long value) {
      return with(name, of(value));
    }

    /** This object with a truth value as one more member. */
    public Members with(String name, boolean value) {
      return with(name, of(value));
    }

    @Override
    void print(StringBuilder out, String newLine) {
      String separator = "";
      out.append('{');
      for (Map.Entry<String, Json> member : members.entrySet()) {
        out.append(separator).append(newLine).append(INDENT);
        out.append(quote(member.getKey())).append(": ");
        member.getValue().print(out, newLine + INDENT);
        separator = ",";
      }
      out.append(members.isEmpty() ? "" : newLine).append('}');
    }
  }
}
