// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.jdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkReleaseTest {
  @TempDir private Path directory;

  @Test
  void readsWhatAVendorWrites() throws IOException {
    JdkRelease release =
        JdkRelease.parse(
            "release",
            """
            IMPLEMENTOR="Eclipse Adoptium"
            JAVA_RUNTIME_VERSION="25.0.3+9-LTS"
            JAVA_VERSION="25.0.3"
            MODULES="java.base java.compiler jdk.internal.vm.ci"
            OS_ARCH="x86_64"
            OS_NAME="Linux"
            SOURCE=".:git:cda0a1776184"
            JVM_VARIANT="Hotspot"
            """);

    assertEquals(
        new JdkRelease(
            "25.0.3",
            "25.0.3+9-LTS",
            25,
            "Eclipse Adoptium",
            "Linux",
            "x86_64",
            "Hotspot",
            Set.of("java.base", "java.compiler", "jdk.internal.vm.ci")),
        release);
    assertTrue(release.hasJvmci());
    assertTrue(release.isLinuxX64());
  }

  @Test
  void readsOldAndEarlyVersions() throws IOException {
    assertEquals(8, JdkRelease.parse("release", "JAVA_VERSION=\"1.8.0_402\"\n").feature());
    assertEquals(26, JdkRelease.parse("release", "JAVA_VERSION=\"26-ea\"\n").feature());
    assertEquals(17, JdkRelease.parse("release", "JAVA_VERSION=17\r\n").feature());
  }

  /** As vendors have written them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "25",
        "25+36-LTS",
        "25.0.3+9-LTS",
        "25.0.3+9-LTS-jvmci-b01",
        "25.0.4.1+1-LTS",
        "25.0.4.0.101+2-1-Debian",
        "25.0.5-ea+3",
        "24.0.2+12",
        "1.8.0_402-b06",
        "25.0.5.0",
        "something else"
      })
  void comesBefore(String runtimeVersion) throws IOException {
    assertTrue(ofRuntimeVersion(runtimeVersion).isBefore("25.0.5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "25.0.5",
        "25.0.5+7-LTS",
        "25.0.5.0.3+1-1-Debian",
        "25.0.10+1",
        "25.1",
        "26-ea+4",
        "28-ea+18-1-Debian"
      })
  void comesNoEarlier(String runtimeVersion) throws IOException {
    assertFalse(ofRuntimeVersion(runtimeVersion).isBefore("25.0.5"));
  }

  @Test
  void comparesTheVersionWhereThereIsNoOther() throws IOException {
    assertTrue(JdkRelease.parse("release", "JAVA_VERSION=\"25.0.4.1\"\n").isBefore("25.0.5"));
    assertFalse(JdkRelease.parse("release", "JAVA_VERSION=\"25.0.5.0.3\"\n").isBefore("25.0.5"));
  }

  private static JdkRelease ofRuntimeVersion(String version) throws IOException {
    return JdkRelease.parse(
        "release", "JAVA_VERSION=\"25\"\nJAVA_RUNTIME_VERSION=\"" + version + "\"\n");
  }

  @Test
  void readsTheJdkThatRunsThisTest() throws IOException {
    JdkRelease release = JdkRelease.read(Path.of(System.getProperty("java.home")));

    assertEquals(Runtime.version().feature(), release.feature());
  }

  @Test
  void otherJvmsHaveNoJvmci() throws IOException {
    assertFalse(
        JdkRelease.parse(
                "release", FakeJdk.release("25", "Linux", "x86_64", "jdk.internal.vm.ci", "Openj9"))
            .hasJvmci());
    assertFalse(
        JdkRelease.parse(
                "release", FakeJdk.release("25", "Linux", "x86_64", "java.base", "Hotspot"))
            .hasJvmci());
  }

  @Test
  void otherPlatformsAreNotLinuxX64() throws IOException {
    assertFalse(
        JdkRelease.parse("release", FakeJdk.release("25", "Linux", "aarch64", "", ""))
            .isLinuxX64());
    assertFalse(
        JdkRelease.parse("release", FakeJdk.release("25", "Darwin", "x86_64", "", ""))
            .isLinuxX64());
  }

  @Test
  void aMissingOrStrangeFileIsNamed() {
    IOException missing = assertThrows(IOException.class, () -> JdkRelease.read(directory));
    assertEquals("there is no file " + directory.resolve("release"), missing.getMessage());

    IOException strange =
        assertThrows(
            IOException.class, () -> JdkRelease.parse("/x/release", "JAVA_VERSION=\"new\"\n"));
    assertEquals("/x/release names no Java version (JAVA_VERSION=\"new\")", strange.getMessage());
    assertThrows(IOException.class, () -> JdkRelease.parse("/x/release", ""));
  }
}
