// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

/**
 * The loader's options: system properties of the program's JVM, and environment variables, which
 * count where the property is not set. What each means stands in README.md. They are constants,
 * which the loader's classes hold as literals: it does not load this class.
 */
public final class LoaderOption {

  /** The class that is started in the program's place, and starts that. */
  public static final String MAIN = "dev.preheat.loader.Main";

  /** The image's path. */
  public static final String IMAGE = "preheat.image";

  /** {@link #OFF}, {@link #AUTO} or {@link #STRICT}. */
  public static final String MODE = "preheat.mode";

  /** As {@link #MODE} at {@link #OFF}, whatever the mode; not where it is {@code false} or 0. */
  public static final String DISABLE = "preheat.disable";

  /** {@link #NONE}, {@link #SUMMARY} or the path of a file. */
  public static final String REPORT = "preheat.report";

  /** {@link #BACKGROUND} or {@link #BEFORE_MAIN}. */
  public static final String INSTALL = "preheat.install";

  /** Patterns of methods that are not installed, or {@code @} and a file with them. */
  public static final String EXCLUDE = "preheat.exclude";

  /** The checksum that the image must have, in hexadecimal. */
  public static final String CHECKSUM = "preheat.checksum";

  /** The SHA-256 that the image's file must have, in hexadecimal. */
  public static final String SHA256 = "preheat.sha256";

  /** The digest of the AOT cache that was made with the image. */
  public static final String ARCHIVE = "preheat.archive";

  public static final String OFF = "off";
  public static final String AUTO = "auto";
  public static final String STRICT = "strict";
  public static final String BACKGROUND = "background";
  public static final String BEFORE_MAIN = "before-main";

  public static final String NONE = "none";
  public static final String SUMMARY = "summary";

  private static final String VARIABLE_PREFIX = "PREHEAT_";

  /** Environment variables, for the loader. */
  public static final class Variable {
    public static final String IMAGE = VARIABLE_PREFIX + "IMAGE";
    public static final String MODE = VARIABLE_PREFIX + "MODE";
    public static final String DISABLE = VARIABLE_PREFIX + "DISABLE";
    public static final String REPORT = VARIABLE_PREFIX + "REPORT";
    public static final String INSTALL = VARIABLE_PREFIX + "INSTALL";
    public static final String EXCLUDE = VARIABLE_PREFIX + "EXCLUDE";
    public static final String CHECKSUM = VARIABLE_PREFIX + "CHECKSUM";
    public static final String SHA256 = VARIABLE_PREFIX + "SHA256";
    public static final String ARCHIVE = VARIABLE_PREFIX + "ARCHIVE";

    private Variable() {}

    /** Whether a variable is one of ours, or of another version of us. */
    public static boolean isOurs(String variable) {
      return variable.startsWith(VARIABLE_PREFIX);
    }
  }

  private LoaderOption() {}

  /** The argument of {@code java} that gives an option a value. */
  public static String argument(String option, Object value) {
    return definition(option) + value;
  }

  /** What the argument of {@code java} for an option starts with. */
  public static String definition(String option) {
    return "-D" + option + "=";
  }
}
