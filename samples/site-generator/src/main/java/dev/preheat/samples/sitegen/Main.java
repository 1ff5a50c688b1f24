// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen;

import dev.preheat.samples.sitegen.cli.SiteCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Entry point of the site generator. */
public final class Main {

  private Main() {}

  /**
   * Runs one command and ends the JVM with its exit code: 0 for success, 1 for a site with
   * problems, 2 for a wrong command line.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    // The same site everywhere: some libraries fold case and format in the default locale.
    Locale.setDefault(Locale.ROOT);
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int exitCode = SiteCommand.commandLine(out, err).execute(args);
    out.flush();
    System.exit(exitCode);
  }
}
