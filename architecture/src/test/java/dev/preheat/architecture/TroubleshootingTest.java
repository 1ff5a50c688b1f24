package dev.preheat.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every reason and message that a user can see has its entry in docs/troubleshooting.md. */
class TroubleshootingTest {

  private static final Pattern CONSTANT = Pattern.compile("\n  ([A-Z_]+)\\(\"([^\"]+)\"");

  /** A text block, a string, a character, or a comment to the end of the line. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)\"\"\".*?\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"|'(?:[^'\\\\]|\\\\.)+'|//[^\n]*");

  /** What makes a refusal; where it is defined, too, which does no harm. */
  private static final Pattern REFUSAL =
      Pattern.compile("new Refusal\\(|\\b(?:damaged|otherVm|notFound|noJvmci|otherImage)\\(");

  private static final Pattern FAILURE = Pattern.compile("\\bfail\\(|new IOException\\(");
  private static final Pattern PRINTED =
      Pattern.compile("\\b(?:warn|refuse|System\\.err\\.println|messages\\.println)\\(");

  private static final Pattern SUGGESTION = Pattern.compile("new Suggestion\\(|\\bnoTrace\\(");

  private final String page = oneLine(read("docs/troubleshooting.md"));

  @Test
  void reasonsOfTheLoader() {
    List<MatchResult> reasons =
        constants("native-loader/src/main/java/dev/preheat/loader/Reason.java");

    assertTrue(reasons.size() > 10, reasons.toString());
    assertEquals(List.of(), missing(reasons.stream().map(each -> "`" + each.group(2) + "`")));
  }

  @Test
  void reasonsWhyAMethodIsNoLongerUsed() {
    List<MatchResult> reasons =
        constants("native-loader/src/main/java/dev/preheat/loader/Invalidation.java");

    assertTrue(reasons.size() > 2, reasons.toString());
    assertEquals(List.of(), missing(reasons.stream().map(each -> "| `" + each.group(2) + "` |")));
  }

  @Test
  void whatTheLoaderPrints() throws IOException {
    List<String> texts = new ArrayList<>();
    for (String file : List.of("ImageThread", "Main", "ReportThread")) {
      texts.addAll(
          texts(read("native-loader/src/main/java/dev/preheat/loader/" + file + ".java"), PRINTED));
    }

    assertTrue(texts.size() > 5, texts.toString());
    assertEquals(List.of(), missing(texts.stream()));
  }

  @Test
  void reasonsOfTheCompiler() {
    List<MatchResult> reasons =
        constants("compiler-core/src/main/java/dev/preheat/compiler/LeftOut.java");

    assertTrue(reasons.size() > 10, reasons.toString());
    assertEquals(
        List.of(),
        missing(
            reasons.stream().map(each -> "`" + each.group(1) + "` | `" + each.group(2) + "` |")));
  }

  @Test
  void refusals() throws IOException {
    List<String> texts = new ArrayList<>();
    Path sources = Codebase.file("native-loader/src/main/java");
    try (var files = Files.walk(sources)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        texts.addAll(texts(Files.readString(file), REFUSAL));
      }
    }

    assertTrue(texts.size() > 40, texts.toString());
    assertEquals(List.of(), missing(texts.stream()));
  }

  @Test
  void errorsOfTheCompiler() {
    List<String> texts =
        texts(read("compiler-core/src/main/java/dev/preheat/compiler/Main.java"), FAILURE);
    texts.addAll(
        texts(read("compiler-core/src/main/java/dev/preheat/compiler/ImageBuild.java"), FAILURE));

    assertTrue(texts.size() > 3, texts.toString());
    assertEquals(List.of(), missing(texts.stream()));
  }

  @Test
  void suggestionsOfThePlugin() {
    List<String> texts =
        texts(read("maven-plugin/src/main/java/dev/preheat/maven/Suggestions.java"), SUGGESTION);

    assertTrue(texts.size() > 60, texts.toString());
    assertEquals(List.of(), missing(texts.stream()));
  }

  @Test
  void textsAreFoundWhereTheyAre() {
    String source =
        """
        x = new Refusal("a (b", // "no"
            c ? "d" + "e" : '"' + "f", \"""
            block \"""); y("z");
        """;

    assertEquals(List.of("a (b", "d", "e", "f"), texts(source, REFUSAL));
    assertEquals(List.of("no such text"), missing(Stream.of("Reasons", "no such text")));
  }

  private static List<MatchResult> constants(String file) {
    return CONSTANT.matcher(read(file)).results().toList();
  }

  /** The strings within the parentheses that a pattern ends with. */
  private static List<String> texts(String source, Pattern start) {
    List<String> texts = new ArrayList<>();
    Matcher call = start.matcher(source);
    while (call.find()) {
      Matcher token = TOKEN.matcher(source);
      int depth = 1;
      int at = call.end();
      while (depth > 0) {
        if (token.region(at, source.length()).lookingAt()) {
          if (token.group(1) != null) {
            texts.add(token.group(1).replace("\\\"", "\"").replace("\\n", " ").strip());
          }
          at = token.end();
          continue;
        }
        char c = source.charAt(at++);
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
    }
    return texts;
  }

  private List<String> missing(Stream<String> texts) {
    TreeSet<String> missing = new TreeSet<>();
    texts.filter(text -> !page.contains(oneLine(text))).forEach(missing::add);
    return List.copyOf(missing);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static String read(String file) {
    try {
      return Files.readString(Codebase.file(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
