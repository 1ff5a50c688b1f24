// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.jdk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/** Toolchains as Maven's own manager gives them. */
public final class MavenToolchains implements Toolchains {
  private static final String TYPE = "jdk";

  private final ToolchainManager manager;
  private final MavenSession session;

  public MavenToolchains(ToolchainManager manager, MavenSession session) {
    this.manager = manager;
    this.session = session;
  }

  @Override
  public Optional<Path> javaOfBuild() {
    return Optional.ofNullable(manager.getToolchainFromBuildContext(TYPE, session))
        .flatMap(MavenToolchains::java);
  }

  @Override
  public List<Path> javaMatching(Map<String, String> requirements) {
    return manager.getToolchains(session, TYPE, requirements).stream()
        .flatMap(toolchain -> java(toolchain).stream())
        .toList();
  }

  private static Optional<Path> java(Toolchain toolchain) {
    return Optional.ofNullable(toolchain.findTool("java")).map(Path::of);
  }
}
