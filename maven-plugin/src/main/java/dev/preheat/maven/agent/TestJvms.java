// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.agent;

import dev.preheat.maven.jdk.Jdk;
import dev.preheat.maven.jdk.Toolchains;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which JDKs the test JVMs will be of, found as Surefire does ({@code AbstractSurefireMojo}, {@code
 * getEffectiveJvm} and {@code getToolchain}): its parameter {@code jvm}, its {@code jdkToolchain},
 * the toolchain of the build, the JDK that runs Maven.
 *
 * @param jdks each once, in the order of the executions
 * @param unknown one line for every execution whose JDK cannot be told
 */
public record TestJvms(List<Jdk> jdks, List<String> unknown) {

  public TestJvms {
    jdks = List.copyOf(jdks);
    unknown = List.copyOf(unknown);
  }

  /**
   * Looks at every execution.
   *
   * @param mavenHome home of the JDK that runs Maven
   * @param basedir of the project, which relative paths are relative to
   */
  public static TestJvms of(TestPlan plan, Toolchains toolchains, Path mavenHome, Path basedir) {
    List<Jdk> jdks = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (TestExecution execution : plan.executions()) {
      try {
        Jdk jdk = jdkOf(plan, execution, toolchains, mavenHome, basedir);
        if (!jdks.contains(jdk)) {
          jdks.add(jdk);
        }
      } catch (IOException e) {
        unknown.add(execution.plugin() + " (" + execution.id() + "): " + e.getMessage());
      }
    }
    return new TestJvms(jdks, unknown);
  }

  /** Whether options for a JDK 25 can be given to all of them: another JVM might not start then. */
  public boolean allHaveJvmci() {
    return unknown.isEmpty() && !jdks.isEmpty() && jdks.stream().allMatch(Jdk::isPreheatJdk);
  }

  private static Jdk jdkOf(
      TestPlan plan, TestExecution execution, Toolchains toolchains, Path mavenHome, Path basedir)
      throws IOException {
    Optional<String> jvm = plan.value(execution, "jvm", "jvm").filter(value -> !value.isEmpty());
    if (jvm.isPresent()) {
      if (jvm.get().indexOf(File.separatorChar) < 0) {
        throw new IOException("jvm is \"" + jvm.get() + "\", which names no file");
      }
      return Jdk.ofExecutable(basedir.resolve(jvm.get()));
    }
    if (!execution.toolchain().isEmpty()) {
      List<Path> matching = toolchains.javaMatching(execution.toolchain());
      if (!matching.isEmpty()) {
        return Jdk.ofExecutable(matching.get(0));
      }
    }
    Optional<Path> toolchain = toolchains.javaOfBuild();
    return toolchain.isPresent() ? Jdk.ofExecutable(toolchain.get()) : Jdk.at(mavenHome);
  }
}
