// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.jdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.maven.jdk.JdkFinder.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkPlacesTest {
  private static final Place MAVEN =
      new Place("the JDK that runs Maven", Path.of(System.getProperty("java.home")));

  @TempDir private Path directory;

  @Test
  void toolchainsComeBeforeTheEnvironment() throws IOException {
    Path build = FakeJdk.create(directory.toRealPath().resolve("build"), "25");
    Path file = FakeJdk.create(directory.toRealPath().resolve("file"), "25");
    Toolchains toolchains = new Fixed(Optional.of(java(build)), List.of(java(file)));

    assertEquals(
        List.of(
            new Place("toolchain of the build", build),
            new Place("toolchains.xml", file),
            new Place("JAVA_HOME", Path.of("/home")),
            new Place("JAVA25_HOME", Path.of("/25")),
            new Place("JAVA_HOME_25_X64", Path.of("/x64")),
            MAVEN),
        JdkPlaces.of(
            toolchains,
            Map.of("JAVA_HOME", "/home", "JAVA25_HOME", "/25", "JAVA_HOME_25_X64", "/x64")));
  }

  @Test
  void whatIsNotSetIsNoPlace() {
    assertEquals(
        List.of(MAVEN),
        JdkPlaces.of(new Fixed(Optional.empty(), List.of()), Map.of("JAVA_HOME", " ")));
  }

  @Test
  void aLauncherOutsideAJdkIsAPlaceOfItsOwn() {
    assertEquals(
        List.of(new Place("toolchains.xml", Path.of("/nowhere/java")), MAVEN),
        JdkPlaces.of(new Fixed(Optional.empty(), List.of(Path.of("/nowhere/java"))), Map.of()));
  }

  private static Path java(Path home) {
    return home.resolve("bin").resolve("java");
  }

  private record Fixed(Optional<Path> javaOfBuild, List<Path> matching) implements Toolchains {
    @Override
    public List<Path> javaMatching(Map<String, String> requirements) {
      assertEquals(Map.of("version", "[25,26)"), requirements);
      return matching;
    }
  }
}
