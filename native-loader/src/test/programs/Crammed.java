// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.ObjectName;

/** What CodeCacheIT runs: it tells what is in the code cache, and gives the JIT work. */
public final class Crammed {

  private static final Pattern COMPILED =
      Pattern.compile("(?m)^\\d+ (\\d) \\d+ (\\S+)\\(.* \\[0x(\\w+), 0x\\w+ - 0x(\\w+)\\]$");

  /**
   * Prints bytes of the methods that the image brought, and the highest level of what is hot now.
   */
  public static void main(String[] arguments) throws Exception {
    System.out.println(sizes());
    System.out.println(heat());
    System.out.println(level("Crammed.heat"));
    // Methods of the image, whether they are installed or not.
    int sum = 0;
    for (String name : arguments) {
      sum += (int) Class.forName(name).getMethod("all", int.class).invoke(null, 1);
    }
    System.out.println(sum);
  }

  /** Has its classes before the loader looks for them. */
  static class Early {
    public static void main(String[] arguments) throws Exception {
      for (String name : arguments) {
        Class.forName(name);
      }
      List<String> all = new ArrayList<>(List.of("Crammed"));
      all.addAll(List.of(arguments));
      Class.forName("dev.preheat.loader.Main")
          .getMethod("main", String[].class)
          .invoke(null, (Object) all.toArray(new String[0]));
    }
  }

  static int heat() {
    int sum = 0;
    for (int i = 0; i < 2_000_000; i++) {
      sum += hot(i);
    }
    return sum;
  }

  static int hot(int number) {
    return Integer.reverse(number) >>> 7 ^ number;
  }

  private static long sizes() throws Exception {
    long bytes = 0;
    Matcher matcher = COMPILED.matcher(list());
    while (matcher.find()) {
      if (matcher.group(2).startsWith("Work")) {
        bytes += Long.parseLong(matcher.group(4), 16) - Long.parseLong(matcher.group(3), 16);
      }
    }
    return bytes;
  }

  private static int level(String method) throws Exception {
    int level = 0;
    Matcher matcher = COMPILED.matcher(list());
    while (matcher.find()) {
      if (matcher.group(2).equals(method)) {
        level = Math.max(level, Integer.parseInt(matcher.group(1)));
      }
    }
    return level;
  }

  /** As {@code jcmd Compiler.codelist}: id, level, state, method, addresses. */
  private static String list() throws Exception {
    return (String)
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "compilerCodelist",
                new Object[0],
                new String[0]);
  }
}
