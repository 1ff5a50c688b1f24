// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentOptionsTest {
  @Property
  void whatIsPrintedIsParsed(@ForAll("anyOptions") AgentOptions options) {
    assertEquals(options, AgentOptions.parse(options.toString()));
  }

  @Property
  void whatIsPrintedNeedsNoQuotes(@ForAll("anyOptions") AgentOptions options) {
    assertEquals("", options.toString().replaceAll("[A-Za-z0-9._/*%,:=-]", ""));
  }

  @Provide
  static Arbitrary<AgentOptions> anyOptions() {
    Arbitrary<String> names = Arbitraries.strings().ofMinLength(1).excludeChars('\0', '/');
    Arbitrary<String> text = names.filter(name -> !hasLoneSurrogate(name));
    Arbitrary<Path> paths = text.map(Path::of);
    return Combinators.combine(
            paths,
            text.list().ofMaxSize(3),
            text.list().ofMaxSize(3),
            paths.list().ofMaxSize(3),
            Arbitraries.integers().between(1, AgentOptions.MAXIMUM_LIMIT),
            Arbitraries.of(true, false),
            paths.optional())
        .as(AgentOptions::new);
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= 0xdfff);
  }

  @Test
  void parsesWhatSomebodyWrites() {
    assertEquals(
        new AgentOptions(
            Path.of("/tmp/my traces"),
            List.of("a.**", "b.*"),
            List.of("a.X"),
            List.of(Path.of("/x/test-classes"), Path.of("/y:z")),
            4,
            false,
            Optional.of(Path.of("agent.log"))),
        AgentOptions.parse(
            "directory=/tmp/my traces,includes=a.**:b.*,excludes=a.X,"
                + "excludeLocations=/x/test-classes:/y%3Az,limit=4,instrument=false,log=agent.log"));
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    AgentOptions options = AgentOptions.parse("directory=d,includes=");

    assertEquals(AgentOptions.of(Path.of("d")), options);
    assertEquals("directory=d", options.toString());
  }

  @Test
  void printsWhatMavenAndShellsWouldTouchAsNumbers() {
    AgentOptions options = AgentOptions.of(Path.of("/a b/c,d:e@{f}"));

    assertEquals("directory=/a%20b/c%2Cd%3Ae%40%7Bf%7D", options.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|the agent's option '' has no value: write key=value, a comma as %2C",
        "limit=3|the agent's option 'directory' is missing: write"
            + " -javaagent:<jar>=directory=<path>",
        "directory=a:b|the agent's option 'directory' is missing: write"
            + " -javaagent:<jar>=directory=<path>",
        "directory=a,directory=b|the agent's option 'directory' is there twice: write one, with"
            + " colons in its list",
        "directory=a,limit=0|the agent's option 'limit' is 0: take 1 to 16",
        "directory=a,limit=17|the agent's option 'limit' is 17: take 1 to 16",
        "directory=a,limit=x|the agent's option 'limit' is 'x': write a number",
        "directory=a,instrument=no|the agent's option 'instrument' is 'no': write true or false",
        "directory=a,log=a:b|the agent's option 'log' is a list: write one value, a colon as %3A",
        "directory=a,include=b|the agent's option 'include' is unknown: known are directory,"
            + " includes, excludes, excludeLocations, limit, instrument and log",
        "directory=50%|a percent sign without two hexadecimal digits in '50%': write it as %25",
        "directory=%0|a percent sign without two hexadecimal digits in '%0': write it as %25",
        "directory=%00|the agent's option 'directory' is '\0', which is no path here",
      })
  void saysWhatIsWrong(String text, String message) {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> AgentOptions.parse(text));

    assertEquals(message, thrown.getMessage());
  }
}
