// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.launch;

import dev.preheat.maven.jdk.JdkRelease;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options that go with the JDK's own cache, when it is made and when it is used. */
public final class AotCacheOptions {

  /**
   * The first release that keeps no adapters in a cache. Those before it do, and do not look
   * whether the processor that loads them has the features of the one that they were made on
   * (JDK-8388703; src/hotspot/share/code/aotCodeCache.cpp, AOTCodeCache::initialize).
   */
  private static final String WITHOUT_ADAPTERS = "25.0.5";

  private AotCacheOptions() {}

  /**
   * The options for a JDK. They stand in front of the user's own, who may want the log elsewhere.
   *
   * <p>Where the JVM cannot use a cache that it was told to use, it says so in its log, which goes
   * to standard output unless it is told otherwise. What is chosen is all of the log: a JDK that
   * does not know the tag of these lines would not start if they were named (aot is known since JDK
   * 24; src/hotspot/share/runtime/arguments.cpp, parse_each_vm_init_arg).
   */
  public static List<String> of(JdkRelease release) {
    List<String> options =
        new ArrayList<>(List.of("-Xlog:all=off:stdout", "-Xlog:all=warning:stderr"));
    if (release.isBefore(WITHOUT_ADAPTERS)) {
      options.add("-XX:-AOTAdapterCaching");
    }
    return options;
  }

  /**
   * What the run that makes a cache needs besides. Its JVM warns of each class that it leaves out,
   * which hundreds are for good reasons.
   */
  static List<String> toMake(Path output) {
    return List.of("-Xlog:aot*=error:stderr", "-XX:AOTCacheOutput=" + output);
  }
}
