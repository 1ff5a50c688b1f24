package dev.preheat.loader.options;

import dev.preheat.loader.outcome.Refusal;

/**
 * What the user asked for: system properties, or environment variables where those are not set
 * ({@code preheat.mode}, {@code PREHEAT_MODE}).
 */
public final class Options {

  private static final String OFF = "off";
  private static final String AUTO = "auto";
  private static final String STRICT = "strict";
  private static final String BACKGROUND = "background";
  private static final String BEFORE_MAIN = "before-main";
  private static final String NONE = "none";
  private static final String SUMMARY = "summary";

  private final String image;
  private final String mode;
  private final String report;
  private final String install;
  private final String exclude;
  private final String checksum;
  private final String sha256;
  private final String archive;

  private Options(String image) {
    this.mode = isDisabled() ? OFF : value("preheat.mode", "PREHEAT_MODE", AUTO);
    if (mode.equals(OFF)) {
      this.image = "";
      this.report = NONE;
      this.install = BACKGROUND;
      this.exclude = "";
      this.checksum = "";
      this.sha256 = "";
      this.archive = "";
      return;
    }
    this.image = image.isEmpty() ? value("preheat.image", "PREHEAT_IMAGE", "") : image;
    this.report = value("preheat.report", "PREHEAT_REPORT", NONE);
    this.install = value("preheat.install", "PREHEAT_INSTALL", BACKGROUND);
    this.exclude = value("preheat.exclude", "PREHEAT_EXCLUDE", "");
    this.checksum = value("preheat.checksum", "PREHEAT_CHECKSUM", "");
    this.sha256 = value("preheat.sha256", "PREHEAT_SHA256", "");
    this.archive = value("preheat.archive", "PREHEAT_ARCHIVE", "");
  }

  /**
   * Reads the options of this JVM.
   *
   * @param image file named elsewhere (an agent's argument), or empty
   */
  public static Options read(String image) {
    return new Options(image);
  }

  /** The image's file; empty when none is named. */
  public String image() {
    return image;
  }

  /** Where the report goes: a file's path, when it is neither {@code none} nor {@code summary}. */
  public String report() {
    return report;
  }

  /**
   * Patterns of methods to leave out, separated by commas, or {@code @} and the path of a file with
   * one pattern a line; mostly empty.
   */
  public String exclude() {
    return exclude;
  }

  /** The checksum that the image must have, in hexadecimal; empty for any. */
  public String checksum() {
    return checksum;
  }

  /** The SHA-256 that the image's file must have, in hexadecimal; empty for any. */
  public String sha256() {
    return sha256;
  }

  /** The digest of the AOT cache that was made with the image; empty when none was. */
  public String archive() {
    return archive;
  }

  /** Whether to do nothing at all. */
  public boolean isOff() {
    return mode.equals(OFF);
  }

  /** Whether a refused image stops the JVM. */
  public boolean isStrict() {
    return mode.equals(STRICT);
  }

  /** Whether the program waits until the methods are installed. */
  public boolean isBeforeMain() {
    return install.equals(BEFORE_MAIN);
  }

  /** Whether anything is reported at exit. */
  public boolean isReportWanted() {
    return !report.equals(NONE);
  }

  /** Whether the report is one line on standard error, not a file. */
  public boolean isReportSummary() {
    return report.equals(SUMMARY);
  }

  /**
   * Checks the values.
   *
   * @throws Refusal when one of them is none that exists
   */
  public void check() {
    if (!isStrict() && !mode.equals(AUTO)) {
      throw new Refusal("preheat.mode", "off, auto or strict", mode, "correct the option");
    }
    if (!isBeforeMain() && !install.equals(BACKGROUND)) {
      throw new Refusal(
          "preheat.install", "background or before-main", install, "correct the option");
    }
    if (image.isEmpty()) {
      throw new Refusal(
          "preheat.image", "the path of an image", "nothing", "set -Dpreheat.image=<file>");
    }
  }

  /**
   * {@code preheat.disable} is {@code preheat.mode=off} for whoever cannot change what sets the
   * mode, such as an args file: it wins over every mode.
   */
  private static boolean isDisabled() {
    String value = System.getProperty("preheat.disable");
    if (value == null) {
      value = System.getenv("PREHEAT_DISABLE");
      if (value == null || value.isEmpty()) {
        return false;
      }
    }
    return !value.equals("false") && !value.equals("0");
  }

  private static String value(String property, String variable, String otherwise) {
    String value = System.getProperty(property);
    if (value == null) {
      value = System.getenv(variable);
    }
    return value == null || value.isEmpty() ? otherwise : value;
  }
}
