// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.outcome;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What fails unexpectedly, in words: only that loads this class. */
public final class Failure {

  /** The native method of JVMCI that installs code. */
  private static final String INSTALLING = "installCode0";

  private Failure() {}

  /** What failed, and the stack. */
  public static String text(String what, Throwable cause) {
    StringWriter text = new StringWriter();
    PrintWriter lines = new PrintWriter(text);
    lines.append(what).append(": ");
    cause.printStackTrace(lines);
    lines.flush();
    return text.toString();
  }

  /**
   * Whether the VM's code installer has thrown it, as it does when it cannot make sense of what it
   * is to install (JVMCI_ERROR, src/hotspot/share/jvmci/jvmciCodeInstaller.cpp); what is thrown in
   * Java code, JVMCI's or the loader's, is a bug of the loader.
   */
  public static boolean isOfCodeInstaller(Throwable cause) {
    StackTraceElement[] stack = cause.getStackTrace();
    return stack.length > 0
        && stack[0].isNativeMethod()
        && stack[0].getMethodName().equals(INSTALLING);
  }
}
