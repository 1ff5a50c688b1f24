// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.options;

import dev.preheat.format.contract.LoaderOption;
import dev.preheat.format.contract.LoaderOption.Variable;
import dev.preheat.loader.outcome.Refusal;

/**
 * What the user asked for: system properties, or environment variables where those are not set
 * ({@code preheat.mode}, {@code PREHEAT_MODE}).
 */
public final class Options {

  private final String image;
  private final String mode;
  private final String report;
  private final String install;
  private final String exclude;
  private final String checksum;
  private final String sha256;
  private final String archive;

  private Options(String image) {
    this.mode =
        isDisabled()
            ? LoaderOption.OFF
            : value(LoaderOption.MODE, Variable.MODE, LoaderOption.AUTO);
    if (mode.equals(LoaderOption.OFF)) {
      this.image = "";
      this.report = LoaderOption.NONE;
      this.install = LoaderOption.BACKGROUND;
      this.exclude = "";
      this.checksum = "";
      this.sha256 = "";
      this.archive = "";
      return;
    }
    this.image = image.isEmpty() ? value(LoaderOption.IMAGE, Variable.IMAGE, "") : image;
    this.report = value(LoaderOption.REPORT, Variable.REPORT, LoaderOption.NONE);
    this.install = value(LoaderOption.INSTALL, Variable.INSTALL, LoaderOption.BACKGROUND);
    this.exclude = value(LoaderOption.EXCLUDE, Variable.EXCLUDE, "");
    this.checksum = value(LoaderOption.CHECKSUM, Variable.CHECKSUM, "");
    this.sha256 = value(LoaderOption.SHA256, Variable.SHA256, "");
    this.archive = value(LoaderOption.ARCHIVE, Variable.ARCHIVE, "");
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
    return mode.equals(LoaderOption.OFF);
  }

  /** Whether a refused image stops the JVM. */
  public boolean isStrict() {
    return mode.equals(LoaderOption.STRICT);
  }

  /** Whether the program waits until the methods are installed. */
  public boolean isBeforeMain() {
    return install.equals(LoaderOption.BEFORE_MAIN);
  }

  /** Whether anything is reported at exit. */
  public boolean isReportWanted() {
    return !report.equals(LoaderOption.NONE);
  }

  /** Whether the report is one line on standard error, not a file. */
  public boolean isReportSummary() {
    return report.equals(LoaderOption.SUMMARY);
  }

  /**
   * Checks the values.
   *
   * @throws Refusal when one of them is none that exists
   */
  public void check() {
    if (!isStrict() && !mode.equals(LoaderOption.AUTO)) {
      throw new Refusal(LoaderOption.MODE, "off, auto or strict", mode, "correct the option");
    }
    if (!isBeforeMain() && !install.equals(LoaderOption.BACKGROUND)) {
      throw new Refusal(
          LoaderOption.INSTALL, "background or before-main", install, "correct the option");
    }
    if (image.isEmpty()) {
      throw new Refusal(
          LoaderOption.IMAGE, "the path of an image", "nothing", "set -Dpreheat.image=<file>");
    }
  }

  /**
   * {@code preheat.disable} is {@code preheat.mode=off} for whoever cannot change what sets the
   * mode, such as an args file: it wins over every mode.
   */
  private static boolean isDisabled() {
    String value = System.getProperty(LoaderOption.DISABLE);
    if (value == null) {
      value = System.getenv(Variable.DISABLE);
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
