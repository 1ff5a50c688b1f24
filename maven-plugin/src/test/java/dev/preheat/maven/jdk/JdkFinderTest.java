// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.jdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.preheat.maven.jdk.JdkFinder.Place;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkFinderTest {
  @TempDir private Path directory;

  @Test
  void theFirstJdk25Wins() {
    Path old = FakeJdk.create(directory.resolve("old"), "17.0.15");
    Path first = FakeJdk.create(directory.resolve("first"), "25.0.3");
    Path second = FakeJdk.create(directory.resolve("second"), "25.0.4");

    JdkFinder.Result result =
        JdkFinder.find(
            List.of(
                new Place("JAVA_HOME", old),
                new Place("JAVA25_HOME", first),
                new Place("the JDK that runs Maven", second)));

    assertEquals(first, result.jdk().home());
    assertEquals("25.0.3", result.jdk().release().version());
    assertEquals(List.of("JAVA_HOME: " + old + " is a JDK 17.0.15"), result.rejected());
  }

  @Test
  void everyPlaceIsRejectedWithItsReason() {
    Path newer = FakeJdk.create(directory.resolve("newer"), "26");
    Path none = directory.resolve("none");
    Path openj9 =
        FakeJdk.createWith(
            directory.resolve("openj9"),
            FakeJdk.release("25", "Linux", "x86_64", "java.base", "Openj9"));

    JdkFinder.Result result =
        JdkFinder.find(
            List.of(
                new Place("toolchain of the build", newer),
                new Place("JAVA_HOME", none),
                new Place("JAVA25_HOME", openj9)));

    assertNull(result.jdk());
    assertEquals(
        List.of(
            "toolchain of the build: " + newer + " is a JDK 26",
            "JAVA_HOME: " + none + " is no JDK (there is no file " + none.resolve("release") + ")",
            "JAVA25_HOME: " + openj9 + " is a JDK 25 without HotSpot's module jdk.internal.vm.ci"),
        result.rejected());
  }
}
