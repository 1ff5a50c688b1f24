// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the trace agent is told: the text behind the {@code =} of {@code -javaagent:agent.jar=}. The
 * plugin prints it, the agent parses it.
 *
 * <p>The text is {@code key=value} pairs with commas between them; a list has colons between its
 * elements. Any character can be written as {@code %} and two hexadecimal digits for each byte of
 * its UTF-8 form; printing does so with all that mean something here, to Maven or to a shell, so
 * that the text goes through an {@code argLine} unquoted.
 *
 * @param directory {@code directory}: where the trace file is written; made if missing
 * @param includes {@code includes}: patterns of the dotted names of classes that are instrumented;
 *     none: all of the application class loader. {@code *} stands for any characters but dots,
 *     {@code **} for any characters. Of others the trace holds what the JVM knows by itself
 * @param excludes {@code excludes}: patterns of classes that are not traced, whatever includes them
 * @param excludeLocations {@code excludeLocations}: directories and jars whose classes are not
 *     traced
 * @param limit {@code limit}: how many combinations of run-time classes of a method are told apart,
 *     1 to {@value #MAXIMUM_LIMIT}
 * @param instrument {@code instrument}: whether classes are instrumented; if not, the trace holds
 *     what the JVM knows by itself, which are no run-time classes of arguments
 * @param log {@code log}: the file that problems are told in; none: nowhere
 */
public record AgentOptions(
    Path directory,
    List<String> includes,
    List<String> excludes,
    List<Path> excludeLocations,
    int limit,
    boolean instrument,
    Optional<Path> log) {
  /** The highest limit, and the one taken where none is given. */
  public static final int MAXIMUM_LIMIT = 16;

  private static final String DIRECTORY = "directory";
  private static final String INCLUDES = "includes";
  private static final String EXCLUDES = "excludes";
  private static final String EXCLUDE_LOCATIONS = "excludeLocations";
  private static final String LIMIT = "limit";
  private static final String INSTRUMENT = "instrument";
  private static final String LOG = "log";

  public AgentOptions {
    Objects.requireNonNull(directory, "directory");
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
    excludeLocations = List.copyOf(excludeLocations);
    Objects.requireNonNull(log, "log");
    if (limit < 1 || limit > MAXIMUM_LIMIT) {
      throw new IllegalArgumentException(
          "the agent's option 'limit' is " + limit + ": take 1 to " + MAXIMUM_LIMIT);
    }
  }

  /** Traces everything into a directory. */
  public static AgentOptions of(Path directory) {
    return new AgentOptions(
        directory, List.of(), List.of(), List.of(), MAXIMUM_LIMIT, true, Optional.empty());
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is none; the message says what to write instead
   */
  public static AgentOptions parse(String text) {
    AgentOptionsParser options = new AgentOptionsParser(text);
    List<String> directory = options.take(DIRECTORY);
    if (directory.size() != 1) {
      throw new IllegalArgumentException(
          "the agent's option 'directory' is missing: write -javaagent:<jar>=directory=<path>");
    }
    AgentOptions result =
        new AgentOptions(
            options.path(DIRECTORY, directory.get(0)),
            options.take(INCLUDES),
            options.take(EXCLUDES),
            options.takePaths(EXCLUDE_LOCATIONS),
            options.takeNumber(LIMIT, MAXIMUM_LIMIT),
            options.takeTruth(INSTRUMENT, true),
            options.takePath(LOG));
    options.end();
    return result;
  }

  /** The text form, with what differs from the defaults. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text, DIRECTORY, List.of(directory.toString()));
    append(text, INCLUDES, includes);
    append(text, EXCLUDES, excludes);
    List<String> locations = new ArrayList<>();
    for (Path location : excludeLocations) {
      locations.add(location.toString());
    }
    append(text, EXCLUDE_LOCATIONS, locations);
    if (limit != MAXIMUM_LIMIT) {
      append(text, LIMIT, List.of(Integer.toString(limit)));
    }
    if (!instrument) {
      append(text, INSTRUMENT, List.of(Boolean.toString(instrument)));
    }
    if (log.isPresent()) {
      append(text, LOG, List.of(log.get().toString()));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String key, List<String> values) {
    if (values.isEmpty()) {
      return;
    }
    text.append(text.length() == 0 ? "" : ",").append(key).append('=');
    for (int i = 0; i < values.size(); i++) {
      text.append(i == 0 ? "" : ":").append(PercentEncoding.encode(values.get(i)));
    }
  }
}
