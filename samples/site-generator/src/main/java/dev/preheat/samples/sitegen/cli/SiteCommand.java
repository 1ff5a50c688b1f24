// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.cli;

import dev.preheat.samples.sitegen.SiteException;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program without a subcommand: shows what it can do. */
@Command(
    name = "site",
    mixinStandardHelpOptions = true,
    version = "site 1.0",
    description = "Turns a folder of Markdown files into a website.",
    subcommands = {
      BuildCommand.class,
      CheckCommand.class,
      StatsCommand.class,
      SearchCommand.class,
      NewCommand.class
    })
public final class SiteCommand implements Runnable {

  /** Exit code of a command that found or met a problem in the site. */
  static final int PROBLEM = CommandLine.ExitCode.SOFTWARE;

  @Spec private CommandSpec spec;

  /**
   * Returns the command line.
   *
   * @param out where results go
   * @param err where problems go
   */
  public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new SiteCommand())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((exception, command, result) -> report(exception, command));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int report(Exception exception, CommandLine command) throws Exception {
    return switch (exception) {
      case SiteException e -> say(command, e.getMessage());
      case IOException e -> say(command, "Cannot read or write " + e.getMessage());
      default -> throw exception;
    };
  }

  private static int say(CommandLine command, String message) {
    command.getErr().println(message);
    return PROBLEM;
  }
}
