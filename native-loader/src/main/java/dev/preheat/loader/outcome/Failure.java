package dev.preheat.loader.outcome;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A bug of the loader, in words: only what fails loads this class. */
public final class Failure {

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
}
