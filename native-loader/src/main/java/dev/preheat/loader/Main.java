// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import dev.preheat.loader.options.Options;
import dev.preheat.loader.program.Program;

/**
 * Starts a program with its image: {@code java -cp loader.jar:<class path> dev.preheat.loader.Main
 * <main class> <arguments>}. The program runs as if {@code java} had started it; what cannot be
 * done with the image is said in one line.
 */
public final class Main {

  private static final int EXIT_FAILURE = 1;

  private Main() {}

  /**
   * Runs the program in this thread.
   *
   * @param args name of the main class and the program's arguments
   * @throws Throwable what the program's main method throws
   */
  public static void main(String[] args) throws Throwable {
    if (args.length == 0) {
      System.err.println(
          "preheat: no program: usage: java @<args file>, or java -cp <loader>:<class path> "
              + "dev.preheat.loader.Main <main class> <arguments>");
      System.exit(EXIT_FAILURE);
    }
    Options options = Options.read("");
    if (!options.isOff() && !new ImageThread(options, System.err, null).startAndWait()) {
      System.exit(EXIT_FAILURE);
    }
    Program program = Program.find(args[0]);
    if (program.problem() != null) {
      System.err.println(program.problem());
      System.exit(EXIT_FAILURE);
    }
    String[] arguments = new String[args.length - 1];
    System.arraycopy(args, 1, arguments, 0, arguments.length);
    program.run(Main.class, arguments);
  }
}
