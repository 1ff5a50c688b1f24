// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.maven.jdk.FakeJdk;
import dev.preheat.maven.jdk.Jdk;
import dev.preheat.maven.jdk.Toolchains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestJvmsTest {
  private static final TestExecution PLAIN =
      new TestExecution("maven-surefire-plugin", "default-test", Map.of(), Map.of());

  @TempDir private Path directory;
  private Path maven;
  private Path other;

  @BeforeEach
  void createJdks() throws IOException {
    Path real = directory.toRealPath();
    maven = FakeJdk.create(real.resolve("maven"), "17.0.15");
    other = FakeJdk.create(real.resolve("other"), "25.0.3");
  }

  @Test
  void withoutAnyChoiceItIsTheJdkThatRunsMaven() {
    TestJvms jvms = jvms(none(), Map.of(), PLAIN);

    assertEquals(List.of(maven), homes(jvms));
    assertFalse(jvms.allHaveJvmci());
  }

  @Test
  void theToolchainOfTheBuildComesBeforeIt() {
    TestJvms jvms = jvms(build(other), Map.of(), PLAIN);

    assertEquals(List.of(other), homes(jvms));
    assertTrue(jvms.allHaveJvmci());
  }

  @Test
  void theJdkToolchainComesBeforeThat() {
    TestExecution execution =
        new TestExecution("maven-surefire-plugin", "x", Map.of(), Map.of("version", "25"));
    Toolchains toolchains = new FakeToolchains(Optional.of(maven), Map.of("25", other));

    assertEquals(List.of(other), homes(jvms(toolchains, Map.of(), execution)));
  }

  @Test
  void theJvmComesBeforeAllAndLinksAreFollowed() throws IOException {
    Path link = directory.resolve("bin-java");
    Files.createSymbolicLink(link, other.resolve("bin").resolve("java"));

    assertEquals(List.of(other), homes(jvms(build(maven), Map.of("jvm", link.toString()), PLAIN)));
    assertEquals(
        List.of(maven),
        homes(
            jvms(
                build(other),
                Map.of("jvm", other.toString()),
                new TestExecution(
                    "maven-surefire-plugin", "x", Map.of("jvm", maven + "/bin/java"), Map.of()))));
  }

  @Test
  void aJvmThatIsNoFileIsUnknown() {
    TestJvms named = jvms(build(other), Map.of("jvm", "java"), PLAIN);
    TestJvms missing = jvms(build(other), Map.of("jvm", "/nowhere/bin/java"), PLAIN);

    assertEquals(
        List.of("maven-surefire-plugin (default-test): jvm is \"java\", which names no file"),
        named.unknown());
    assertEquals(
        List.of("maven-surefire-plugin (default-test): /nowhere/bin/java"), missing.unknown());
    assertFalse(named.allHaveJvmci());
    assertFalse(missing.allHaveJvmci());
  }

  @Test
  void theFlagsAreForAllOrForNone() {
    TestExecution execution =
        new TestExecution(
            "maven-failsafe-plugin", "x", Map.of("jvm", maven + "/bin/java"), Map.of());

    TestJvms jvms = jvms(build(other), Map.of(), PLAIN, execution);

    assertEquals(List.of(other, maven), homes(jvms));
    assertFalse(jvms.allHaveJvmci());
    assertFalse(jvms(build(other), Map.of()).allHaveJvmci());
  }

  private TestJvms jvms(
      Toolchains toolchains, Map<String, String> properties, TestExecution... executions) {
    TestPlan plan = new TestPlan(List.of(executions), properties::get);
    return TestJvms.of(plan, toolchains, maven, directory);
  }

  private static List<Path> homes(TestJvms jvms) {
    return jvms.jdks().stream().map(Jdk::home).toList();
  }

  private static Toolchains none() {
    return new FakeToolchains(Optional.empty(), Map.of());
  }

  private static Toolchains build(Path home) {
    return new FakeToolchains(Optional.of(home), Map.of());
  }

  /** Toolchains by their home; a version is the only requirement. */
  private record FakeToolchains(Optional<Path> build, Map<String, Path> versions)
      implements Toolchains {
    @Override
    public Optional<Path> javaOfBuild() {
      return build.map(FakeToolchains::java);
    }

    @Override
    public List<Path> javaMatching(Map<String, String> requirements) {
      return Optional.ofNullable(versions.get(requirements.get("version")))
          .map(FakeToolchains::java)
          .stream()
          .toList();
    }

    private static Path java(Path home) {
      return home.resolve("bin").resolve("java");
    }
  }
}
