// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven;

import dev.preheat.format.contract.AgentOptions;
import dev.preheat.format.contract.JvmOptions;
import dev.preheat.maven.advice.Suggestions;
import dev.preheat.maven.advice.UserError;
import dev.preheat.maven.agent.ArgLine;
import dev.preheat.maven.agent.ArgLineProperty;
import dev.preheat.maven.agent.MissingTrace;
import dev.preheat.maven.agent.TestJvms;
import dev.preheat.maven.agent.TestPlan;
import dev.preheat.maven.agent.TraceDirectory;
import dev.preheat.maven.agent.TraceFilter;
import dev.preheat.maven.artifact.Artifacts;
import dev.preheat.maven.jdk.Jdk;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Lets the tests record what they execute: puts the trace agent into the property that Surefire and
 * Failsafe take the arguments of their JVMs from.
 *
 * <p>What the property held before is kept. Where the POM configures {@code argLine} for Surefire,
 * the configuration has to take the property in, with <code>@{argLine}</code>, which Surefire
 * replaces late:
 *
 * <pre>{@code
 * <configuration>
 *   <argLine>@{argLine} -Xmx1g</argLine>
 * </configuration>
 * }</pre>
 *
 * <p>JaCoCo's {@code prepare-agent} and this goal go together, in either order. Where this goal is
 * skipped, the property is set to the empty string if nobody has set it, so that <code>@{argLine}
 * </code> stays valid.
 *
 * <p>Each JVM of the tests writes a trace of its own to {@code target/preheat/traces}. Traces of
 * earlier builds are deleted there, unless the tests are skipped: {@code mvn test} and then {@code
 * mvn package -DskipTests} makes an image from the traces of the first.
 *
 * <p>Where the tests run on a JDK 25, their JVM also tells which methods of the JDK ran, and what
 * it knows of branches and types; it gets the flags for that. Which JDK that is, is found as
 * Surefire finds it: its parameters {@code jvm} and {@code jdkToolchain}, the toolchain of the
 * build, the JDK that runs Maven. A JDK 17 to 24 records the project's own methods and those of its
 * libraries.
 */
@Mojo(name = "prepare-agent", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class PrepareAgentMojo extends AbstractPreheatMojo {

  /** In the plugin's context of a project: the goal has run in this build. */
  static final String PREPARED = "preheat.agent.prepared";

  /**
   * Name of the property that the agent is put into. Set it where Surefire is configured with
   * another one, such as <code>@{traceArgLine}</code>.
   */
  @Parameter(property = "preheat.propertyName", defaultValue = "argLine", required = true)
  private String propertyName;

  /**
   * Which classes are instrumented: patterns of dotted names. {@code *} stands for any letters but
   * dots, {@code **} for any letters, {@code ?} for one letter but a dot. Nothing given: all of the
   * class path but the tests and the test framework. Of others the traces hold what the JVM knows
   * by itself.
   */
  @Parameter(property = "preheat.includes")
  private List<String> includes;

  /** Which classes are not traced at all, whatever {@code includes} says; patterns as there. */
  @Parameter(property = "preheat.excludes")
  private List<String> excludes;

  /**
   * Whether classes are instrumented. If not, the traces hold what the JVM of a JDK 25 knows by
   * itself: no run-time classes of arguments, but the tests run at full speed.
   */
  @Parameter(property = "preheat.instrument", defaultValue = "true")
  private boolean instrument;

  /** Where the traces are written. */
  @Parameter(
      property = "preheat.traceDirectory",
      defaultValue = "${project.build.directory}/preheat/traces",
      required = true)
  private File traceDirectory;

  @Override
  void run() throws UserError, IOException {
    TestPlan plan = testPlan();
    TraceDirectory traces = new TraceDirectory(traceDirectory.toPath().toAbsolutePath());
    TestJvms jvms = testJvms(plan);
    Optional<Jdk> tooOld = MissingTrace.jvmTooOld(jvms);
    if (tooOld.isPresent()) {
      getLog().warn(Suggestions.testJvmTooOld(tooOld.get().toString()).text());
      property().define();
      return;
    }
    jvms.unknown().forEach(line -> getLog().warn("The JDK of the tests is not known: " + line));
    if (!plan.isSkipped()) {
      deleteOldTraces(traces);
    }
    putAgent(traces, jvms);
  }

  @Override
  void skipped() {
    property().define();
  }

  private void putAgent(TraceDirectory traces, TestJvms jvms) throws UserError, IOException {
    Path agentJar = artifacts().file(Artifacts.TRACE_AGENT);
    Path tests = Path.of(project().getBuild().getTestOutputDirectory()).toAbsolutePath();
    AgentOptions options =
        new TraceFilter(includes, excludes, instrument)
            .options(traces.path(), List.of(tests), agentLog());
    List<String> flags = jvms.allHaveJvmci() ? JvmOptions.read(agentJar) : List.of();
    ArgLineProperty property = property();
    try {
      property.replace(
          ArgLine.withAgent(property.value(), agentJar.toString(), options.toString(), flags));
    } catch (IllegalArgumentException e) {
      throw new UserError(Suggestions.unquotable(e.getMessage()), e);
    }
    markPrepared();
    getLog().info(propertyName + " set to " + property.value());
  }

  private void deleteOldTraces(TraceDirectory traces) throws IOException {
    int deleted = traces.deleteStartedBefore(session().getStartTime().toInstant());
    if (deleted > 0) {
      getLog().info("Deleted " + deleted + " traces of earlier builds in " + traces.path());
    }
  }

  private ArgLineProperty property() {
    List<Properties> all =
        session().getProjects().stream().map(MavenProject::getProperties).toList();
    return new ArgLineProperty(
        propertyName,
        List.of(session().getUserProperties(), session().getSystemProperties()),
        all,
        project().getProperties());
  }

  /** Maven's own type of the context, a raw map. */
  @SuppressWarnings("unchecked")
  private void markPrepared() {
    getPluginContext().put(PREPARED, propertyName);
  }
}
