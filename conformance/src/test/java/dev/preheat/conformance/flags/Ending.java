// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.flags;

import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.LoaderReport;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * How a JVM ended, so that two of them can be compared: without addresses, times and process ids.
 *
 * @param kind how
 * @param detail exit code and output where they tell something, else empty
 */
record Ending(Kind kind, String detail) {
  private static final int FIRST_OF_SIGNALS = 128;

  /** What the VM prints when it ends itself (src/hotspot/share/utilities/vmError.cpp). */
  private static final String FATAL = "A fatal error has been detected by the Java Runtime";

  /** What the launcher prints (src/java.base/share/native/libjli/java.c). */
  private static final String NOT_CREATED = "Error: Could not create the Java Virtual Machine.";

  /** Ways to end. */
  enum Kind {
    /** With what the program prints, and exit code 0. */
    AS_ALWAYS("as always"),
    OTHERWISE("exit code"),
    /** As always, but the loader does not say what became of the image. */
    NO_REPORT("no report"),
    DOES_NOT_START("does not start"),
    CRASH("crash"),
    HANGS("hangs"),
    /** Where it is known to hang without the image. */
    NOT_RUN("not run");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  /** The text of those that end so. */
  static final String AS_ALWAYS = Kind.AS_ALWAYS.text;

  static final Ending NOT_RUN = new Ending(Kind.NOT_RUN, "");

  /**
   * How this JVM ended.
   *
   * @param outcome empty if it did not end by itself
   * @param expected what the program prints
   */
  static Ending of(Optional<ChildJvm.Result> outcome, String expected) {
    if (outcome.isEmpty()) {
      return new Ending(Kind.HANGS, "");
    }
    ChildJvm.Result jvm = outcome.get();
    boolean same = jvm.out().equals(expected);
    if (jvm.exitCode() > FIRST_OF_SIGNALS
        || jvm.out().contains(FATAL)
        || jvm.err().contains(FATAL)) {
      return new Ending(Kind.CRASH, "");
    }
    if (jvm.err().contains(NOT_CREATED)) {
      return new Ending(Kind.DOES_NOT_START, "");
    }
    if (same && jvm.exitCode() == 0) {
      return new Ending(Kind.AS_ALWAYS, "");
    }
    return new Ending(Kind.OTHERWISE, jvm.exitCode() + (same ? "" : ", output " + sum(jvm.out())));
  }

  /** The same of a JVM whose loader has to report. */
  Ending withReport(LoaderReport report) {
    boolean told = report != null && (report.status().equals("used") || !report.reason().isEmpty());
    return isAsAlways() && !told ? new Ending(Kind.NO_REPORT, "") : this;
  }

  /** Whether the program did what it is for. */
  boolean isAsAlways() {
    return kind == Kind.AS_ALWAYS;
  }

  boolean isHanging() {
    return kind == Kind.HANGS;
  }

  /**
   * Whether this is how a JVM with an image may end where one without ended so: the same, or
   * better. Where a JVM fails, the other one need not fail in the same way, nor at all; but a
   * crash, a hang, and other output with exit code 0 are right after the very same only.
   */
  boolean isRightAfter(Ending without) {
    if (equals(without) || kind == Kind.NOT_RUN) {
      return true;
    }
    return without.isFailure() && (isAsAlways() || kind == Kind.DOES_NOT_START || isErrorCode());
  }

  private boolean isFailure() {
    return switch (kind) {
      case AS_ALWAYS, NO_REPORT, NOT_RUN -> false;
      case OTHERWISE -> isErrorCode();
      case DOES_NOT_START, CRASH, HANGS -> true;
    };
  }

  /** Whether it ended by itself, with another exit code than 0. */
  private boolean isErrorCode() {
    return kind == Kind.OTHERWISE && !detail.startsWith("0");
  }

  @Override
  public String toString() {
    return (kind.text + " " + detail).strip();
  }

  private static String sum(String output) {
    CRC32 sum = new CRC32();
    sum.update(output.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
