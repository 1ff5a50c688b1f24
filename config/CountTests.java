// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says how many tests a build has run, by the reports of Surefire, Failsafe and the Invoker.
 *
 * <p>Run by the build from source, in its last module: {@code java CountTests.java directory}.
 */
final class CountTests {
  private static final Pattern SUITE = Pattern.compile("<testsuite\\b[^>]*>");
  private static final Pattern PROJECT = Pattern.compile("<build-job\\b[^>]*>");

  private final Path root;

  private CountTests(Path root) {
    this.root = root;
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: CountTests directory");
      System.exit(1);
    }
    CountTests count = new CountTests(Path.of(arguments[0]));
    System.out.println(
        "In all "
            + count.tests("surefire-reports", "unit tests")
            + ", "
            + count.tests("failsafe-reports", "integration tests")
            + ", "
            + count.projects());
  }

  private String tests(String directory, String kind) throws IOException {
    long run = 0;
    long failed = 0;
    long skipped = 0;
    for (String suite : elements(directory, "TEST-", SUITE)) {
      run += number(suite, "tests");
      failed += number(suite, "errors") + number(suite, "failures");
      skipped += number(suite, "skipped");
    }
    return String.format(
        Locale.ROOT, "%,d %s (%,d failed, %,d skipped)", run, kind, failed, skipped);
  }

  private String projects() throws IOException {
    List<String> projects = elements("invoker-reports", "BUILD-", PROJECT);
    long failed = projects.stream().filter(each -> !each.contains("result=\"success\"")).count();
    return String.format(Locale.ROOT, "%,d test projects (%,d failed)", projects.size(), failed);
  }

  /** The first element of that form in each report of all modules. */
  private List<String> elements(String directory, String prefix, Pattern element)
      throws IOException {
    try (Stream<Path> modules = Files.list(root)) {
      return modules
          .map(module -> module.resolve("target").resolve(directory))
          .filter(Files::isDirectory)
          .flatMap(CountTests::files)
          .filter(file -> file.getFileName().toString().matches(prefix + ".*\\.xml"))
          .map(CountTests::read)
          .map(element::matcher)
          .filter(Matcher::find)
          .map(Matcher::group)
          .toList();
    }
  }

  private static Stream<Path> files(Path directory) {
    try {
      return Files.list(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long number(String element, String attribute) {
    Matcher matcher = Pattern.compile("\\b" + attribute + "=\"(\\d+)\"").matcher(element);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }
}
