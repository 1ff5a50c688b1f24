// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.maven.jdk.FakeJdk;
import dev.preheat.maven.jdk.JdkRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheOptionsTest {
  @TempDir private Path directory;

  @Test
  void thereIsNoMachineCodeInACacheOfAnOlderJdk() throws IOException {
    assertEquals(
        List.of("-Xlog:all=off:stdout", "-Xlog:all=warning:stderr", "-XX:-AOTAdapterCaching"),
        options("25.0.4.1"));
  }

  @Test
  void aNewerOneHasNoneByItself() throws IOException {
    assertEquals(List.of("-Xlog:all=off:stdout", "-Xlog:all=warning:stderr"), options("25.0.5"));
  }

  private List<String> options(String version) throws IOException {
    return AotCacheOptions.of(JdkRelease.read(FakeJdk.create(directory.resolve(version), version)));
  }
}
