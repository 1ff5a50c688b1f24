// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven;

import dev.preheat.maven.advice.Suggestion;
import dev.preheat.maven.advice.Suggestions;
import dev.preheat.maven.advice.UserError;
import dev.preheat.maven.agent.TestJvms;
import dev.preheat.maven.agent.TestPlan;
import dev.preheat.maven.artifact.Artifacts;
import dev.preheat.maven.jdk.Jdk;
import dev.preheat.maven.jdk.JdkFinder;
import dev.preheat.maven.jdk.JdkPlaces;
import dev.preheat.maven.jdk.MavenToolchains;
import dev.preheat.maven.jdk.Toolchains;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/** What the goals have in common: skipping, failing, and what Maven gives them. */
abstract class AbstractPreheatMojo extends AbstractMojo {

  /** Skips all goals of this plugin. */
  @Parameter(property = "preheat.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
  private PluginDescriptor plugin;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  @Parameter(defaultValue = "${project.build.directory}/preheat", readonly = true, required = true)
  private File workDirectory;

  @Inject private RepositorySystem repositorySystem;

  @Inject private ToolchainManager toolchainManager;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Preheat is skipped: preheat.skip is true.");
      skipped();
      return;
    }
    try {
      run();
    } catch (UserError e) {
      throw new MojoFailureException(e.getMessage(), e.getCause());
    } catch (IOException e) {
      throw new MojoFailureException(inputOutput(e).text(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("Interrupted while waiting for a JVM.", e);
    }
  }

  /**
   * Does the work.
   *
   * @throws UserError with what the user can do
   * @throws IOException if a file cannot be read or written, or a process not started
   * @throws InterruptedException if the build is to end
   */
  abstract void run() throws UserError, IOException, InterruptedException;

  /** What is done instead, where the goal is skipped. */
  void skipped() {}

  final MavenProject project() {
    return project;
  }

  final MavenSession session() {
    return session;
  }

  final MojoExecution execution() {
    return execution;
  }

  /** {@code target/preheat}. */
  final Path workDirectory() {
    return workDirectory.toPath().toAbsolutePath();
  }

  /** Where the agent tells its problems; it never disturbs the program with them. */
  final Path agentLog() {
    return workDirectory().resolve("agent.log");
  }

  /** {@code target}. */
  final Path buildDirectory() {
    return Path.of(project.getBuild().getDirectory()).toAbsolutePath();
  }

  final Toolchains toolchains() {
    return new MavenToolchains(toolchainManager, session);
  }

  final TestPlan testPlan() {
    return TestPlan.of(project.getBuildPlugins(), this::property);
  }

  final TestJvms testJvms(TestPlan plan) {
    Path mavenHome = Path.of(System.getProperty("java.home"));
    return TestJvms.of(plan, toolchains(), mavenHome, project.getBasedir().toPath());
  }

  /** Preheat's other modules, from the repositories that plugins come from. */
  final Artifacts artifacts() {
    return new Artifacts(
        repositorySystem,
        session.getRepositorySession(),
        project.getRemotePluginRepositories(),
        plugin.getGroupId(),
        plugin.getVersion());
  }

  /**
   * The JDK 25 that makes or runs images.
   *
   * @param jdkHome the only place to look, or null
   * @throws UserError if there is none, or it is of another platform
   */
  final Jdk findJdk(File jdkHome) throws UserError {
    JdkFinder.Result result =
        jdkHome == null
            ? JdkFinder.find(JdkPlaces.of(toolchains(), System.getenv()))
            : JdkFinder.find(List.of(new JdkFinder.Place("jdkHome", jdkHome.toPath())));
    if (result.jdk() == null) {
      throw new UserError(
          jdkHome == null
              ? Suggestions.noJdk(result.rejected())
              : Suggestions.wrongJdk(result.rejected().get(0)));
    }
    Jdk jdk = result.jdk();
    if (!jdk.release().isLinuxX64()) {
      throw new UserError(
          Suggestions.wrongPlatform(
              jdk.toString(), jdk.release().osName(), jdk.release().osArch()));
    }
    return jdk;
  }

  /** A property as Maven looks it up: the command line's before the project's. */
  private String property(String name) {
    String value = session.getUserProperties().getProperty(name);
    return value != null ? value : project.getProperties().getProperty(name);
  }

  private Suggestion inputOutput(IOException e) {
    Path directory = buildDirectory();
    File existing = directory.toFile();
    while (!existing.exists() && existing.getParentFile() != null) {
      existing = existing.getParentFile();
    }
    return Suggestions.inputOutput(e.toString(), directory, existing.getUsableSpace() >> 20);
  }
}
