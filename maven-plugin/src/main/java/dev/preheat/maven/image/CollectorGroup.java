package dev.preheat.maven.image;

import dev.preheat.maven.advice.Suggestions;
import dev.preheat.maven.advice.UserError;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Garbage collectors that share their code in an image. */
public enum CollectorGroup {
  /** The default of a JVM that has two processors and 1792 MB. */
  G1,

  /** Those that mark cards; Serial is the default of a smaller JVM. */
  CARD_TABLE;

  /**
   * What the named collectors need.
   *
   * @param names as in the JVM's options: {@code G1} for {@code -XX:+UseG1GC}
   * @throws UserError if there are none, or one that code cannot be compiled for
   */
  public static SortedSet<CollectorGroup> of(List<String> names) throws UserError {
    SortedSet<CollectorGroup> needed = new TreeSet<>();
    for (String name : names) {
      needed.add(of(name));
    }
    if (needed.isEmpty()) {
      throw new UserError(Suggestions.unknownCollector(""));
    }
    return needed;
  }

  private static CollectorGroup of(String name) throws UserError {
    for (CollectorGroup each : values()) {
      if (each.names().contains(name)) {
        return each;
      }
    }
    throw new UserError(Suggestions.unknownCollector(name));
  }

  /** Their names. */
  public String text() {
    return String.join(" and ", names());
  }

  /** What has the compiler's JVM use one of them, behind the compiler's own options. */
  public List<String> compilerOptions() {
    return switch (this) {
      case G1 -> List.of();
      case CARD_TABLE -> List.of("-XX:-UseG1GC", "-XX:+UseParallelGC");
    };
  }

  private List<String> names() {
    return switch (this) {
      case G1 -> List.of("G1");
      case CARD_TABLE -> List.of("Serial", "Parallel");
    };
  }
}
