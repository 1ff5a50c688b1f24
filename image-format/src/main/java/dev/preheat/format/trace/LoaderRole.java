// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

/** Which class loader defined a class: the three that every JVM has, or any other. */
public enum LoaderRole {
  /** The boot loader of the VM. */
  BOOT("boot"),
  /** The platform class loader. */
  PLATFORM("platform"),
  /** The system class loader, which reads the class path. */
  APP("app"),
  /** A loader that the program made. */
  OTHER("other");

  private final String text;

  LoaderRole(String text) {
    this.text = text;
  }

  /** The word that stands for the role in files. */
  public String text() {
    return text;
  }

  /**
   * The role that a word stands for.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static LoaderRole of(String text) {
    return switch (text) {
      case "boot" -> BOOT;
      case "platform" -> PLATFORM;
      case "app" -> APP;
      case "other" -> OTHER;
      default ->
          throw new IllegalArgumentException(
              "unknown class loader '" + text + "', known are boot, platform, app and other");
    };
  }
}
