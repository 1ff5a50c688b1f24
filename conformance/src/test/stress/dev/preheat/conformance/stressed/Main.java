// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed;

import dev.preheat.conformance.stressed.work.Work;
import dev.preheat.conformance.stressed.work.Works;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Does mixed work in several threads, while others collect garbage, load classes and drop them, and
 * redefine them.
 *
 * <pre>
 * expect FILE SEEDS            writes what every kind of work yields for so many seeds
 * plain FILE rounds N          works, and compares with the file; nothing disturbs
 * run FILE rounds N            the same while all is disturbed
 * run FILE minutes N           the same by time
 * </pre>
 *
 * The last line on standard output is what was done. Ends with 1 when a result is wrong.
 */
public final class Main {
  private Main() {}

  /** See above. */
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[1]);
    if (arguments[0].equals("expect")) {
      Files.write(file, expect(Integer.parseInt(arguments[2])));
      return;
    }
    Expected expected = Expected.read(file);
    Pace pace = Pace.of(arguments[2], Long.parseLong(arguments[3]));
    Run run = new Run(expected, pace, System.out);
    String failure = run.run(arguments[0].equals("run"));
    System.out.println(run.summary());
    if (failure != null) {
      System.out.println("wrong: " + failure);
      System.exit(1);
    }
  }

  private static List<String> expect(int seeds) throws Exception {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, Work> each : Works.all().entrySet()) {
      for (int seed = 0; seed < seeds; seed++) {
        lines.add(each.getKey() + " " + seed + " " + each.getValue().round(seed));
      }
    }
    return lines;
  }
}
