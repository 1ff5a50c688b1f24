// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.hotspot;

/**
 * How the VM lays out objects, as far as Java code can ask: the size of references and headers,
 * where arrays begin, where fields lie. Compiler and loader compute the same text. Only when the
 * loader's is the image's may it read the VM's memory: offsets of what the VM itself keeps in
 * objects (the class behind a mirror, the data of a class loader) follow from the same rules, and
 * Java code cannot ask for them.
 *
 * <p>The fields are those of such classes, and of small ones, so that there is one of each size.
 * None is {@code @Contended}: how far such fields are apart is a matter of their class alone.
 */
public final class ObjectLayout {

  /** Name of the property that holds the text in an image. */
  public static final String PROPERTY = "objects.layout";

  private static final String SEPARATOR = ", ";
  private static final String COMPACT_HEADERS = ", headers of 8 bytes";
  private static final int TEXT_CHARACTERS = 1 << 10;

  private static final Class<?>[] ARRAYS = {
    boolean[].class,
    byte[].class,
    char[].class,
    short[].class,
    int[].class,
    long[].class,
    float[].class,
    double[].class,
    Object[].class
  };

  /** Types, and fields that each of them has in every JDK 25. */
  private static final Class<?>[] TYPES = {
    Byte.class,
    Short.class,
    Long.class,
    String.class,
    Throwable.class,
    Thread.class,
    Module.class,
    ClassLoader.class,
    Class.class
  };

  private static final String[][] FIELDS = {
    {"value"},
    {"value"},
    {"value"},
    {"value", "hash", "coder", "hashIsZero"},
    {"backtrace", "detailMessage", "depth"},
    {"eetop", "tid", "name", "interrupted"},
    {"loader", "name"},
    {"parent", "defaultAssertionStatus", "classes"},
    {"name", "module", "classLoader", "classRedefinedCount"}
  };

  private ObjectLayout() {}

  /** Who can ask: code that is let into the JDK, which this module is not. */
  public interface Probe {

    /** Offset of the first element of an array. */
    long arrayBase(Class<?> array);

    /** Bytes from one element of an array to the next. */
    int arrayScale(Class<?> array);

    /**
     * Offset of an instance field.
     *
     * @throws InternalError when the class has no such field
     */
    long fieldOffset(Class<?> type, String field);
  }

  /** The layout in the running JVM, as parts with commas between them. */
  public static String text(Probe probe) {
    StringBuilder text = new StringBuilder(TEXT_CHARACTERS);
    text.append("references of ").append(probe.arrayScale(Object[].class));
    text.append(" bytes, headers of ").append(probe.fieldOffset(Integer.class, "value"));
    text.append(" bytes");
    for (int i = 0; i < ARRAYS.length; i++) {
      text.append(SEPARATOR).append(ARRAYS[i].getTypeName());
      text.append(' ').append(probe.arrayBase(ARRAYS[i]));
      text.append('/').append(probe.arrayScale(ARRAYS[i]));
    }
    for (int i = 0; i < TYPES.length; i++) {
      String type = TYPES[i].getName();
      for (int j = 0; j < FIELDS[i].length; j++) {
        text.append(SEPARATOR).append(type).append('.').append(FIELDS[i][j]);
        text.append(' ').append(offset(probe, TYPES[i], FIELDS[i][j]));
      }
    }
    return text.toString();
  }

  private static String offset(Probe probe, Class<?> type, String field) {
    try {
      return Long.toString(probe.fieldOffset(type, field));
    } catch (InternalError e) {
      // A patched module, or another java.base around the same libjvm.
      return "none";
    }
  }

  /** Whether a layout is that of a JVM with {@code -XX:+UseCompactObjectHeaders}. */
  public static boolean hasCompactHeaders(String text) {
    return text.contains(COMPACT_HEADERS);
  }

  /** The first part of a layout that is not the same in another one. */
  public static String difference(String text, String other) {
    int at = 0;
    while (at < text.length() && at < other.length() && text.charAt(at) == other.charAt(at)) {
      at++;
    }
    int before = text.lastIndexOf(SEPARATOR, at - 1);
    int end = text.indexOf(SEPARATOR, at);
    return text.substring(
        before < 0 ? 0 : before + SEPARATOR.length(), end < 0 ? text.length() : end);
  }
}
