// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.jdk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the JDK 25 that compiles and runs images. The first place that has one wins. */
public final class JdkFinder {

  /**
   * A place to look.
   *
   * @param origin who names it, as the user would say it
   * @param home the directory
   */
  public record Place(String origin, Path home) {}

  /**
   * What was found.
   *
   * @param jdk to use, or null where no place had one
   * @param rejected one line for every place before it, with the reason
   */
  public record Result(Jdk jdk, List<String> rejected) {
    public Result {
      rejected = List.copyOf(rejected);
    }
  }

  private JdkFinder() {}

  /** Looks at the places in their order. */
  public static Result find(List<Place> places) {
    List<String> rejected = new ArrayList<>();
    for (Place place : places) {
      try {
        Jdk jdk = Jdk.at(place.home());
        String reason = reasonAgainst(jdk);
        if (reason.isEmpty()) {
          return new Result(jdk, rejected);
        }
        rejected.add(place.origin() + ": " + place.home() + " " + reason);
      } catch (IOException e) {
        rejected.add(place.origin() + ": " + place.home() + " is no JDK (" + e.getMessage() + ")");
      }
    }
    return new Result(null, rejected);
  }

  /** Why a JDK cannot be used, or the empty string. */
  private static String reasonAgainst(Jdk jdk) {
    JdkRelease release = jdk.release();
    if (release.feature() != Jdk.FEATURE) {
      return "is a JDK " + release.version();
    }
    if (!release.hasJvmci()) {
      return "is a JDK " + release.version() + " without HotSpot's module jdk.internal.vm.ci";
    }
    return "";
  }
}
