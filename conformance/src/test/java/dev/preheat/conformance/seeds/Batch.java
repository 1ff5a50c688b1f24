// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.seeds;

import dev.preheat.conformance.harness.Corpus;
import dev.preheat.conformance.harness.Difference;
import dev.preheat.conformance.harness.InstalledMethods;
import dev.preheat.conformance.harness.Launch;
import dev.preheat.conformance.harness.Run;
import dev.preheat.conformance.harness.Sources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Programs that share an image and the JVMs that they run in, one after the other: what a JVM and a
 * compiler cost to start is paid once for all.
 */
public final class Batch {
  private static final String PACKAGE = "dev.preheat.conformance.programs.";
  private static final Launch ALL = Launch.of(PACKAGE + "Batch");
  private static final String START = "#### ";
  private static final String END = "#### end";

  private final Corpus corpus;
  private final List<String> programs;
  private final Map<String, String> expected;

  private Batch(Corpus corpus, List<String> programs, Map<String, String> expected) {
    this.corpus = corpus;
    this.programs = List.copyOf(programs);
    this.expected = Map.copyOf(expected);
  }

  /**
   * Compiles programs and runs them interpreted.
   *
   * @param name of the directory with all that this makes
   * @param texts by the names of their classes; each has a method {@code run(int rounds)}
   */
  public static Batch compile(String name, SortedMap<String, String> texts)
      throws IOException, InterruptedException {
    List<String> programs = List.copyOf(texts.keySet());
    Map<String, String> all = new HashMap<>(texts);
    all.put(ALL.mainClass(), main(programs));
    Corpus corpus =
        Corpus.compile(
            name,
            Sources.of(all).and(Sources.ofSupport()),
            List.of(Launch.of(ALL.mainClass(), "training")));
    return new Batch(corpus, programs, sections(corpus.interpret(ALL)));
  }

  private static String main(List<String> programs) {
    StringBuilder text = new StringBuilder("package dev.preheat.conformance.programs;\n");
    text.append("public final class Batch {\npublic static void main(String[] args) {\n");
    text.append("Check.collectGarbage();\nint rounds = args.length > 0 ? 3 : 6;\n");
    for (String program : programs) {
      text.append("System.out.println(\"" + START + program + "\");\n");
      text.append("Check.act(\"end\", () -> " + program + ".run(rounds));\n");
      text.append("System.out.println(\"" + END + "\");\n");
    }
    return text.append("}\n}\n").toString();
  }

  /** What each program printed that came to its end. */
  private static Map<String, String> sections(String output) {
    Map<String, String> sections = new HashMap<>();
    String program = null;
    StringBuilder text = new StringBuilder();
    for (String line : output.lines().toList()) {
      if (line.equals(END)) {
        sections.put(program, text.toString());
      } else if (line.startsWith(START)) {
        program = line.substring(START.length());
        text.setLength(0);
      } else {
        text.append(line).append('\n');
      }
    }
    return sections;
  }

  /** Classes of the programs. */
  public List<String> programs() {
    return programs;
  }

  /** What a program printed interpreted. */
  public String expected(String program) {
    return expected.get(program);
  }

  /** Runs all programs in one JVM, and those alone that did not come to their end in it. */
  public List<Failure> failures(Way way) throws IOException, InterruptedException {
    Run run = way.run(corpus, ALL);
    Map<String, String> found = sections(run.output());
    List<Failure> failures = new ArrayList<>();
    for (String program : programs) {
      if (found.containsKey(program)) {
        Run part = new Run(0, found.get(program), run.errors(), run.report());
        compare(program, way, expected.get(program), part, failures);
      } else {
        Launch alone = Launch.of(program);
        compare(program, way, corpus.interpret(alone), way.run(corpus, alone), failures);
      }
    }
    if (failures.isEmpty() && run.exitCode() != 0) {
      String text = "the JVM ended with " + run.exitCode() + ", not so with each program alone: ";
      failures.add(new Failure(programs.get(0), way, false, text + run.errors()));
    }
    if (run.report() != null) {
      failures.addAll(missing(way, run));
    }
    return failures;
  }

  private static void compare(
      String program, Way way, String expected, Run run, List<Failure> failures) {
    try {
      Difference.check(expected, run);
    } catch (AssertionError e) {
      failures.add(new Failure(program, way, true, e.getMessage()));
    }
  }

  private List<Failure> missing(Way way, Run run) {
    List<Failure> failures = new ArrayList<>();
    for (String program : programs) {
      try {
        if (way == Way.BEFORE_MAIN) {
          InstalledMethods.checkAllOf(corpus, Launch.of(program), run.report());
        } else {
          InstalledMethods.checkNoneRejected(corpus, Launch.of(program), run.report());
        }
      } catch (AssertionError e) {
        failures.add(new Failure(program, way, false, e.getMessage()));
      }
    }
    return failures;
  }
}
