// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import dev.preheat.loader.options.Options;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;

/**
 * The other way to start: {@code -javaagent:loader.jar=<image>}, for servers whose main class
 * cannot be chosen. It costs a start-up 10 to 20 ms more than {@link Main}.
 */
public final class Agent {

  private static final int EXIT_FAILURE = 1;

  private Agent() {}

  /**
   * Starts loading the image.
   *
   * @param image path of the image, null or empty for the one that {@code preheat.image} names
   * @param instrumentation opens to this module what the args file opens otherwise
   */
  public static void premain(String image, Instrumentation instrumentation) {
    Options options = Options.read(image == null ? "" : image);
    if (options.isOff() || isStartedByMain()) {
      return;
    }
    Module own = Agent.class.getModule();
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of("jdk.internal.misc", Set.of(own), "jdk.internal.access", Set.of(own)),
        Map.of(),
        Set.of(),
        Map.of());
    if (!new ImageThread(options, System.err, new LoadedClasses(instrumentation)).startAndWait()) {
      System.exit(EXIT_FAILURE);
    }
  }

  private static boolean isStartedByMain() {
    String command = System.getProperty("sun.java.command", "");
    return command.startsWith(Main.class.getName());
  }
}
