// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The messages as users see them, compared with suggestions.txt letter by letter. */
class SuggestionsTest {
  private static final Path TRACES = Path.of("/p/target/preheat/traces");

  @Test
  void everyMessageIsAsWritten() throws IOException {
    String actual =
        messages().entrySet().stream()
            .map(entry -> "== " + entry.getKey() + "\n" + entry.getValue().text() + "\n")
            .collect(Collectors.joining("\n"));

    assertEquals(expected(), actual);
  }

  @Test
  void noMessageIsForgotten() {
    Set<String> all = new TreeSet<>();
    for (Class<?> page : List.of(Suggestions.class, BisectSuggestions.class)) {
      for (Method method : page.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers())) {
          all.add(method.getName());
        }
      }
    }
    Set<String> tested = new TreeSet<>();
    messages().keySet().forEach(name -> tested.add(name.replaceFirst(",.*", "")));

    assertEquals(all, tested);
  }

  private static Map<String, Suggestion> messages() {
    Map<String, Suggestion> messages = new LinkedHashMap<>();
    messages.put("noJdk", Suggestions.noJdk(List.of("JAVA_HOME: /a is a JDK 17", "b: /b is c")));
    messages.put("noJdk, nowhere to look", Suggestions.noJdk(List.of()));
    messages.put("wrongJdk", Suggestions.wrongJdk("jdkHome: /a is a JDK 17"));
    messages.put("wrongPlatform", Suggestions.wrongPlatform("JDK 25 in /jdk", "Darwin", "aarch64"));
    messages.put("testJvmTooOld", Suggestions.testJvmTooOld("JDK 1.8.0 in /jdk"));
    messages.put("agentNotBound", Suggestions.agentNotBound(TRACES));
    messages.put("noTestPlugin", Suggestions.noTestPlugin(TRACES));
    messages.put("testsSkipped", Suggestions.testsSkipped(TRACES));
    messages.put("noTests", Suggestions.noTests(TRACES, Path.of("/p/target/test-classes")));
    messages.put(
        "testsNotForked",
        Suggestions.testsNotForked(TRACES, "maven-surefire-plugin", "forkCount is 0"));
    messages.put(
        "argLineHidden",
        Suggestions.argLineHidden(TRACES, "maven-surefire-plugin", "-Da=\"<&\"", "argLine"));
    messages.put("argLineReplaced", Suggestions.argLineReplaced(TRACES, "argLine", "-Xmx1g"));
    messages.put(
        "agentSilent", Suggestions.agentSilent(TRACES, Path.of("/p/log"), Path.of("/p/reports")));
    messages.put("runLeftNoTrace", Suggestions.runLeftNoTrace("a.Main", Path.of("/p/log")));
    messages.put("noJar", Suggestions.noJar("war"));
    messages.put("springBootArchive", Suggestions.springBootArchive(Path.of("/p/target/a.jar")));
    messages.put("unknownCollector", Suggestions.unknownCollector("ZGC"));
    messages.put("unknownPolicy", Suggestions.unknownPolicy("ignore"));
    messages.put("noMainClass", Suggestions.noMainClass("this goal runs the program"));
    messages.put("programFailed", Suggestions.programFailed("a.Main", 3, List.of("one", "two")));
    messages.put("programFailed, silent", Suggestions.programFailed("a.Main", 3, List.of()));
    messages.put("compilerRefused", Suggestions.compilerRefused("the trace is of a JDK 24"));
    messages.put("compilerFailed", Suggestions.compilerFailed(1, List.of("one", "two")));
    messages.put("compilerFailed, silent", Suggestions.compilerFailed(137, List.of()));
    messages.put(
        "imageCheckFailed",
        Suggestions.imageCheckFailed(Path.of("/p/target/a.so"), List.of("one", "exit code 1")));
    messages.put("noSuchMethod", Suggestions.noSuchMethod("a.B.c", Path.of("/p/target/a.so")));
    messages.put("notResolved", Suggestions.notResolved("dev.preheat:a:jar:1", "offline"));
    messages.put("inputOutput", Suggestions.inputOutput("/p/x: full", Path.of("/p/target"), 12));
    messages.put("unquotable", Suggestions.unquotable("-javaagent:/a\"b'c"));
    messages.put("nothingToBisect", BisectSuggestions.nothingToBisect(0, 600));
    messages.put("failsWithoutImage", BisectSuggestions.failsWithoutImage());
    messages.put("neverFails", BisectSuggestions.neverFails(5));
    messages.put("failsNowAndThen", BisectSuggestions.failsNowAndThen());
    return messages;
  }

  private static String expected() throws IOException {
    try (InputStream input = SuggestionsTest.class.getResourceAsStream("suggestions.txt")) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
