// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler;

import dev.preheat.compiler.outcome.CompilerFailure;
import dev.preheat.compiler.questions.JvmciQuestions;
import dev.preheat.format.contract.CompileRequest;
import dev.preheat.format.contract.CompilerProcess;
import dev.preheat.hotspot.UnknownVmException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Entry point of the compiler's process: {@code dev.preheat.compiler.Main <request file>}. */
public final class Main {

  private Main() {}

  /**
   * Builds an image. Progress and summary go to standard output; a warning or an error is one line
   * on standard error.
   *
   * @param arguments the request file, see {@link CompileRequest}
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1) {
      fail("one argument is expected, the request file");
    }
    checkAgents();
    try {
      JvmciQuestions.note();
      CompileRequest request = CompileRequest.read(Path.of(arguments[0]));
      ImageBuild.checkOutput(request);
      tell(request, build(request));
    } catch (UnknownVmException e) {
      fail(e.getMessage());
    } catch (FileSystemException e) {
      // Its message may be nothing but a path.
      fail("a file cannot be read or written: " + e);
    } catch (UncheckedIOException e) {
      fail("a file cannot be read or written: " + e.getCause());
    } catch (IOException e) {
      fail(e.getMessage());
    }
    // Graal's threads are daemons, but its runtime registers hooks that take time and do nothing
    // for us.
    System.exit(0);
  }

  /**
   * What an agent changes has other instructions than the class file, at other places; a debugger
   * changes nothing.
   */
  private static void checkAgents() {
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (option.startsWith("-javaagent:") || option.startsWith("-agentpath:")) {
        fail(
            "the compiler's JVM has an agent, which may change the classes that are compiled: start"
                + " it without "
                + option);
      }
    }
  }

  /** A bug costs the image; its stack stays beside where the image would be. */
  private static BuildReport build(CompileRequest request) throws Exception {
    Path failures = CompilerFailure.file(request.output());
    Files.deleteIfExists(failures);
    try {
      return new ImageBuild(request, new Progress(System.out)).run();
    } catch (UnknownVmException | IOException | UncheckedIOException e) {
      throw e;
    } catch (Exception | Error e) {
      keep(e, failures);
      Throwable cause = e instanceof ExceptionInInitializerError ? e.getCause() : e;
      if (e instanceof LinkageError && UnknownVmException.isOfJvmci(cause)) {
        throw UnknownVmException.otherJvmci(cause);
      }
      throw e;
    }
  }

  private static void keep(Throwable bug, Path failures) {
    try {
      CompilerFailure.add(bug, failures);
    } catch (IOException e) {
      bug.addSuppressed(e);
    }
  }

  private static void tell(CompileRequest request, BuildReport report) throws IOException {
    report.write(request.report());
    if (report.compiled() == 0) {
      fail(
          "none of "
              + report.selected()
              + " methods could be compiled: see "
              + request.report()
              + " for the reason of each");
    }
    report.lines().forEach(System.out::println);
    System.out.flush();
    if (report.failures() > 0) {
      warn(
          "methods that made the compiler fail: "
              + report.failures()
              + "; they are left to the JIT; their stacks are in "
              + CompilerFailure.file(request.output())
              + ": report them");
    }
  }

  private static void warn(String message) {
    System.err.println(CompilerProcess.warning(message));
  }

  private static void fail(String message) {
    System.err.println(CompilerProcess.error(message));
    System.exit(CompilerProcess.USER_ERROR);
  }
}
