// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.agent;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of Surefire's and Failsafe's {@code argLine}. What the user wrote is kept letter by
 * letter: arguments are put in front of it, nothing is quoted anew.
 *
 * <p>Surefire splits the text as {@code CommandLineUtils.translateCommandline} of
 * maven-shared-utils does: blanks separate, single and double quotes group, a backslash stays.
 */
public final class ArgLine {
  private static final String AGENT = "-javaagent:";

  private ArgLine() {}

  /**
   * The text with the agent and the options it needs in front, and without an earlier mention of
   * the same agent jar, so that doing it twice is doing it once.
   *
   * @param text of the user, or null
   * @param agentJar absolute path
   * @param agentOptions what follows the equals sign
   * @param jvmOptions further options, left out where the text has them already
   * @throws IllegalArgumentException if no quoting can express the agent's argument
   */
  public static String withAgent(
      String text, String agentJar, String agentOptions, List<String> jvmOptions) {
    String rest = withoutAgent(text == null ? "" : text, agentJar).strip();
    List<String> present = tokens(rest).stream().map(Token::value).toList();
    StringBuilder line = new StringBuilder();
    line.append(quoted(AGENT + agentJar + "=" + agentOptions));
    for (String option : jvmOptions) {
      if (!present.contains(option)) {
        line.append(' ').append(quoted(option));
      }
    }
    if (!rest.isEmpty()) {
      line.append(' ').append(rest);
    }
    return line.toString();
  }

  /** Whether the text starts the agent. */
  public static boolean hasAgent(String text, String agentJar) {
    return tokens(text).stream().anyMatch(token -> isAgent(token, agentJar));
  }

  private static String withoutAgent(String text, String agentJar) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (Token token : tokens(text)) {
      if (isAgent(token, agentJar)) {
        rest.append(text, from, token.start());
        from = token.end();
        while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
          from++;
        }
      }
    }
    return rest.append(text, from, text.length()).toString();
  }

  private static boolean isAgent(Token token, String agentJar) {
    String agent = AGENT + agentJar;
    return token.value().equals(agent) || token.value().startsWith(agent + "=");
  }

  /**
   * An argument as it has to stand in the text.
   *
   * @throws IllegalArgumentException if it has a line break or both kinds of quotes
   */
  static String quoted(String argument) {
    boolean hasDouble = argument.indexOf('"') >= 0;
    boolean hasSingle = argument.indexOf('\'') >= 0;
    boolean hasLineBreak = argument.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t');
    if (hasLineBreak || (hasDouble && hasSingle)) {
      throw new IllegalArgumentException("no quoting can express " + argument);
    }
    if (hasDouble) {
      return "'" + argument + "'";
    }
    boolean needsQuotes = argument.isEmpty() || hasSingle || argument.indexOf(' ') >= 0;
    return needsQuotes ? '"' + argument + '"' : argument;
  }

  /**
   * An argument in the text.
   *
   * @param value without quotes
   * @param start offset of its first character
   * @param end offset after its last character
   */
  record Token(String value, int start, int end) {}

  /** The arguments, as Surefire splits them. */
  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    int start = -1;
    char quote = 0;
    boolean escaped = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quote == 0 && Character.isWhitespace(c)) {
        if (start >= 0) {
          tokens.add(new Token(value.toString(), start, at));
          value.setLength(0);
          start = -1;
        }
        escaped = false;
        continue;
      }
      start = start < 0 ? at : start;
      if (!escaped && (quote == 0 ? c == '"' || c == '\'' : c == quote)) {
        quote = quote == 0 ? c : 0;
        continue;
      }
      value.append(c);
      escaped = c == '\\';
    }
    if (start >= 0) {
      tokens.add(new Token(value.toString(), start, text.length()));
    }
    return tokens;
  }
}
