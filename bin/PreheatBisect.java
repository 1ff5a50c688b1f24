import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the methods of an image that make a command fail, by running it again and again with ever
 * fewer of them installed: {@code java PreheatBisect.java [--runs <n>] <image> <command>...}.
 *
 * <p>The command fails when its exit code is not 0: wrong output has to be made one ({@code sh -c
 * 'java @foo.args | cmp - expected'}), and so has a hang ({@code timeout 60 java @foo.args}). It
 * gets the methods to leave out in the environment variable {@code PREHEAT_EXCLUDE}; {@code
 * PREHEAT_INSTALL} is {@code before-main} unless it is set. Exit codes: 0, methods were found; 1,
 * there are none; 2, wrong usage.
 */
final class PreheatBisect {

  private static final int EXIT_NONE = 1;
  private static final int EXIT_USAGE = 2;
  private static final String USAGE =
      "usage: java PreheatBisect.java [--runs <n>] <image> <command>...\n"
          + "  <n>: how often in a row the command must end well to count as good (1)";

  private final List<String> methods;
  private final List<String> command;
  private final int runs;
  private final Path excluded;
  private int step;

  private PreheatBisect(List<String> methods, List<String> command, int runs, Path excluded) {
    this.methods = methods;
    this.command = command;
    this.runs = runs;
    this.excluded = excluded;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int first = 0;
    int runs = 1;
    if (arguments.length > 2 && arguments[0].equals("--runs")) {
      runs = arguments[1].matches("[1-9]\\d{0,5}") ? Integer.parseInt(arguments[1]) : 0;
      first = 2;
    }
    if (runs == 0 || arguments.length < first + 2) {
      System.err.println(USAGE);
      System.exit(EXIT_USAGE);
    }
    Path image = Path.of(arguments[first]);
    List<String> methods = methods(image);
    if (methods.isEmpty()) {
      System.err.println(image + ": expected an image, found no method in it\n" + USAGE);
      System.exit(EXIT_USAGE);
    }
    List<String> command = List.of(arguments).subList(first + 1, arguments.length);
    Path excluded = Files.createTempFile("preheat", ".exclude");
    try {
      boolean isFound = new PreheatBisect(methods, command, runs, excluded).report();
      System.exit(isFound ? 0 : EXIT_NONE);
    } finally {
      Files.deleteIfExists(excluded);
    }
  }

  private boolean report() throws IOException, InterruptedException {
    if (fails(List.of())) {
      System.out.println(
          "The command fails with no method installed, too: the image is not the reason,"
              + " or the command sets preheat.exclude itself.");
      return false;
    }
    if (!fails(methods)) {
      System.out.println(
          "The command ends well with all methods installed; if it fails now and then, let it run"
              + " more often: --runs <n>.");
      return false;
    }
    List<String> candidates = new ArrayList<>(methods);
    List<String> all = new ArrayList<>();
    do {
      List<String> found = culprits(candidates);
      if (found.isEmpty()) {
        System.out.println("The command does not fail each time; start again with more --runs.");
        return false;
      }
      System.out.println(
          (found.size() == 1 ? "This method makes" : "These methods together make")
              + " the command fail:");
      found.forEach(name -> System.out.println("  " + name));
      all.addAll(found);
      candidates.removeAll(found);
    } while (fails(candidates));
    System.out.println("It ends well without: -Dpreheat.exclude=" + String.join(",", all));
    return true;
  }

  /** Methods that fail together, and of which none can be missed; empty when it fails no more. */
  private List<String> culprits(List<String> all) throws IOException, InterruptedException {
    List<String> found = new ArrayList<>();
    List<String> candidates = all;
    while (!candidates.isEmpty()) {
      int good = 0;
      int bad = candidates.size();
      while (bad - good > 1) {
        int middle = (good + bad) >>> 1;
        List<String> some = new ArrayList<>(found);
        some.addAll(candidates.subList(0, middle));
        if (fails(some)) {
          bad = middle;
        } else {
          good = middle;
        }
      }
      found.add(candidates.get(bad - 1));
      if (fails(found)) {
        return found;
      }
      candidates = candidates.subList(0, bad - 1);
    }
    return List.of();
  }

  /** Runs the command with some methods installed and no others. */
  private boolean fails(List<String> installed) throws IOException, InterruptedException {
    Set<String> others = new LinkedHashSet<>(methods);
    others.removeAll(new LinkedHashSet<>(installed));
    Files.write(excluded, others);
    int exitCode = 0;
    for (int run = 0; run < runs && exitCode == 0; run++) {
      exitCode = run();
    }
    System.out.println(
        "step "
            + ++step
            + ": "
            + installed.size()
            + " of "
            + methods.size()
            + " methods: "
            + (exitCode == 0 ? "good" : "fails, exit code " + exitCode));
    return exitCode != 0;
  }

  private int run() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    environment.put("PREHEAT_EXCLUDE", "@" + excluded);
    environment.putIfAbsent("PREHEAT_INSTALL", "before-main");
    return builder.start().waitFor();
  }

  /** The names in an image's symbol table (ELF-64), in the order in which they are installed. */
  private static List<String> methods(Path image) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(image)).order(ByteOrder.LITTLE_ENDIAN);
    Set<String> names = new LinkedHashSet<>();
    if (file.limit() < 64 || file.getInt(0) != 0x464c457f) {
      return List.of();
    }
    long sections = file.getLong(40);
    int count = Short.toUnsignedInt(file.getShort(60));
    for (int i = 0; i < count; i++) {
      int section = Math.toIntExact(sections) + i * 64;
      if (file.getInt(section + 4) == 2) { // SHT_SYMTAB
        int texts = Math.toIntExact(sections) + file.getInt(section + 40) * 64;
        int start = Math.toIntExact(file.getLong(section + 24));
        int end = start + Math.toIntExact(file.getLong(section + 32));
        for (int symbol = start; symbol < end; symbol += 24) {
          String name = text(file, file.getLong(texts + 24) + file.getInt(symbol));
          boolean isFunction = (file.get(symbol + 4) & 15) == 2; // STT_FUNC
          if (isFunction && name.indexOf('(') > 0) {
            names.add(method(name));
          }
        }
      }
    }
    return List.copyOf(names);
  }

  /** Without the variant and the number that tell functions of the same method apart. */
  private static String method(String function) {
    return function.replaceFirst("( \\[[^\\]]*])?( #\\d+)?$", "");
  }

  private static String text(ByteBuffer file, long at) {
    int start = Math.toIntExact(at);
    int end = start;
    while (file.get(end) != 0) {
      end++;
    }
    byte[] bytes = new byte[end - start];
    file.get(start, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
