// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.seeds;

import dev.preheat.conformance.harness.Sources;
import dev.preheat.conformance.reducer.Reducer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reduces a program that does something else from its image, and keeps what is left of it. */
public final class Reduction {
  private static final String PACKAGE = "dev.preheat.conformance.programs.";
  private static final int AT_ONCE = 24;

  /** What prints one proves nothing: an identity hash is another in every JVM. */
  private static final Pattern IDENTITY_HASH = Pattern.compile("@[0-9a-f]{5,8}\\b");

  private final String simpleName;
  private final Way way;

  private Reduction(String simpleName, Way way) {
    this.simpleName = simpleName;
    this.way = way;
  }

  /**
   * Reduces a program.
   *
   * @param text of the program
   * @param rounds how many images may be compiled for it
   * @param directory that gets the program, as it would lie among the reproducers
   * @return the file
   */
  public static Path keep(Failure failure, String text, int rounds, Path directory)
      throws IOException, InterruptedException {
    String simpleName = failure.program().substring(PACKAGE.length());
    Reduction reduction = new Reduction(simpleName, failure.way());
    List<String> support = new ArrayList<>(Sources.ofSupport().texts());
    support.add(caller(simpleName));
    String reduced = new Reducer(reduction::failing, support, AT_ONCE, rounds).reduce(text);
    Path file = directory.resolve(PACKAGE.replace('.', '/')).resolve(simpleName + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, reduced);
    Files.writeString(directory.resolve(simpleName + ".txt"), failure + "\n");
    return file;
  }

  /** What has to stay, because the program is started by it. */
  private static String caller(String simpleName) {
    return """
        package dev.preheat.conformance.programs;
        final class Caller {
        static void call() {
        NAME.run(1);
        NAME.main(new String[0]);
        }
        }
        """
        .replace("NAME", simpleName);
  }

  private Set<Integer> failing(List<String> texts) throws IOException, InterruptedException {
    SortedMap<String, String> programs = new TreeMap<>();
    for (int i = 0; i < texts.size(); i++) {
      programs.put(name(i), texts.get(i).replace(simpleName, name(i).substring(PACKAGE.length())));
    }
    Batch batch = Batch.compile("reducing-" + simpleName, programs);
    Set<Integer> failing = new HashSet<>();
    List<Failure> failures = batch.failures(way);
    for (int i = 0; i < texts.size(); i++) {
      String program = name(i);
      String expected = batch.expected(program);
      if (expected != null
          && !IDENTITY_HASH.matcher(expected).find()
          && failures.stream()
              .anyMatch(each -> each.isDifferent() && each.program().equals(program))) {
        failing.add(i);
      }
    }
    return failing;
  }

  private static String name(int index) {
    return String.format("%sCut%03dProgram", PACKAGE, index);
  }
}
