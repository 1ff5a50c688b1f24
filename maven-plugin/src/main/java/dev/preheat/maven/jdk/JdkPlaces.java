// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.jdk;

import dev.preheat.maven.jdk.JdkFinder.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where a JDK 25 is looked for, in this order. */
public final class JdkPlaces {
  private static final String RANGE = "[" + Jdk.FEATURE + "," + (Jdk.FEATURE + 1) + ")";
  private static final List<String> VARIABLES =
      List.of("JAVA_HOME", "JAVA" + Jdk.FEATURE + "_HOME", "JAVA_HOME_" + Jdk.FEATURE + "_X64");

  private JdkPlaces() {}

  /**
   * The toolchain of the build, those of toolchains.xml, the environment, the JDK that runs Maven.
   */
  public static List<Place> of(Toolchains toolchains, Map<String, String> environment) {
    List<Place> places = new ArrayList<>();
    toolchains
        .javaOfBuild()
        .ifPresent(java -> places.add(new Place("toolchain of the build", home(java))));
    for (Path java : toolchains.javaMatching(Map.of("version", RANGE))) {
      places.add(new Place("toolchains.xml", home(java)));
    }
    for (String variable : VARIABLES) {
      String home = environment.getOrDefault(variable, "");
      if (!home.isBlank()) {
        places.add(new Place(variable, Path.of(home)));
      }
    }
    places.add(new Place("the JDK that runs Maven", Path.of(System.getProperty("java.home"))));
    return places;
  }

  /** The home of a launcher; where it is not in a JDK, its own path, which is no JDK. */
  private static Path home(Path java) {
    try {
      return Jdk.ofExecutable(java).home();
    } catch (IOException e) {
      return java;
    }
  }
}
