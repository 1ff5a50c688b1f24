// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What users are told, as it stands in the sources: whole texts, or the parts that are constant.
 */
final class Messages {

  private static final Pattern CONSTANT = Pattern.compile("\n  ([A-Z_]+)\\(\"([^\"]+)\"");

  /** A text block, a string, a character, or a comment to the end of the line. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)\"\"\".*?\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"|'(?:[^'\\\\]|\\\\.)+'|//[^\n]*");

  /** What makes a refusal; where it is defined, too, which does no harm. */
  static final Pattern REFUSAL =
      Pattern.compile("new Refusal\\(|\\b(?:damaged|otherVm|notFound|noJvmci|otherImage)\\(");

  private static final Pattern FAILURE = Pattern.compile("\\b(?:fail|warn)\\(|new IOException\\(");
  private static final Pattern UNKNOWN_VM = Pattern.compile("new UnknownVmException\\(");
  private static final Pattern PRINTED =
      Pattern.compile("\\b(?:warn|refuse|System\\.err\\.println|messages\\.println)\\(");

  private static final Pattern LOGGED = Pattern.compile("\\blog\\.problem\\(");
  private static final Pattern CONCLUSION = Pattern.compile("\\.info\\(");

  private static final Pattern SUGGESTION = Pattern.compile("new Suggestion\\(|\\bnoTrace\\(");

  private Messages() {}

  /** Why a method is not installed. */
  static List<MatchResult> reasonsOfTheLoader() {
    return constants("native-loader/src/main/java/dev/preheat/loader/outcome/Outcome.java");
  }

  /** Why a method is no longer used. */
  static List<MatchResult> invalidations() {
    return constants("native-loader/src/main/java/dev/preheat/loader/outcome/Invalidation.java");
  }

  /** Why a method is not in the image: name and text. */
  static List<MatchResult> reasonsOfTheCompiler() {
    return constants(
        "compiler-core/src/main/java/dev/preheat/compiler/outcome/OmissionReason.java");
  }

  /** Why an image is not used. */
  static List<String> refusals() throws IOException {
    return textsOfAll("native-loader/src/main/java", REFUSAL);
  }

  /** What the agent writes into its log. */
  static List<String> agentLog() throws IOException {
    return textsOfAll("trace-agent/src/main/java", LOGGED);
  }

  /** What the goal that looks for a method says. */
  static List<String> bisect() {
    return texts(read("maven-plugin/src/main/java/dev/preheat/maven/BisectMojo.java"), CONCLUSION);
  }

  private static List<String> textsOfAll(String sources, Pattern start) throws IOException {
    List<String> texts = new ArrayList<>();
    try (var files = Files.walk(Codebase.file(sources))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        texts.addAll(texts(Files.readString(file), start));
      }
    }
    return texts;
  }

  /** What the loader prints. */
  static List<String> printed() {
    List<String> texts = new ArrayList<>();
    for (String file : List.of("ImageThread", "Main", "ReportThread")) {
      texts.addAll(
          texts(read("native-loader/src/main/java/dev/preheat/loader/" + file + ".java"), PRINTED));
    }
    return texts;
  }

  /** Why the compiler makes no image. */
  static List<String> errorsOfTheCompiler() throws IOException {
    List<String> texts = textsOfAll("compiler-core/src/main/java", UNKNOWN_VM);
    texts.addAll(textsOfAll("hotspot/src/main/java", UNKNOWN_VM));
    for (String file : List.of("Main", "ImageBuild")) {
      texts.addAll(
          texts(
              read("compiler-core/src/main/java/dev/preheat/compiler/" + file + ".java"), FAILURE));
    }
    return texts;
  }

  /** What the plugin says. */
  static List<String> suggestions() {
    List<String> texts = new ArrayList<>();
    for (String file : List.of("Suggestions", "BisectSuggestions")) {
      texts.addAll(
          texts(
              read("maven-plugin/src/main/java/dev/preheat/maven/advice/" + file + ".java"),
              SUGGESTION));
    }
    return texts;
  }

  private static List<MatchResult> constants(String file) {
    return CONSTANT.matcher(read(file)).results().toList();
  }

  /** The strings within the parentheses that a pattern ends with. */
  static List<String> texts(String source, Pattern start) {
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

  /** With one blank for all white space. */
  static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  static String read(String file) {
    try {
      return Files.readString(Codebase.file(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
