// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import java.util.Optional;

/**
 * How the compiler's process is started and what it says. Its arguments are the options of its jar
 * ({@link JvmOptions}), its main class, and the file of a {@link CompileRequest}. A warning or an
 * error is one line on its standard error; the rest of what it prints is for people.
 */
public final class CompilerProcess {

  /** Its main class. */
  public static final String MAIN = "dev.preheat.compiler.Main";

  /** In the options of its jar, where the module path with Graal's jars has to stand. */
  public static final String GRAAL_MODULE_PATH = "${graal.modulepath}";

  /** Its exit code for what the user can put right: it has printed an error. */
  public static final int USER_ERROR = 2;

  /**
   * The option for few methods: C1 alone compiles the compiler, since compiling Graal well takes
   * longer than it saves then. The image is the same. The options of the compiler's jar have the VM
   * generate the routines at its start that it else makes when C2 starts, so that Graal sees them
   * (src/hotspot/share/runtime/stubRoutines.cpp, compiler_stubs_init).
   */
  public static final String FOR_FEW_METHODS = "-XX:TieredStopAtLevel=1";

  private static final String ERROR = "error: ";
  private static final String WARNING = "warning: ";

  private CompilerProcess() {}

  /** The line for an error. */
  public static String error(String message) {
    return ERROR + message;
  }

  /** The line for a warning. */
  public static String warning(String message) {
    return WARNING + message;
  }

  /** The message of a line, if it is one for an error. */
  public static Optional<String> errorIn(String line) {
    return line.startsWith(ERROR) ? Optional.of(line.substring(ERROR.length())) : Optional.empty();
  }
}
