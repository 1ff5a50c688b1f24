// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven;

import dev.preheat.format.AtomicFile;
import dev.preheat.format.contract.AgentOptions;
import dev.preheat.format.contract.ArgumentFile;
import dev.preheat.format.contract.JvmOptions;
import dev.preheat.maven.advice.Suggestions;
import dev.preheat.maven.advice.UserError;
import dev.preheat.maven.agent.TraceDirectory;
import dev.preheat.maven.agent.TraceFilter;
import dev.preheat.maven.artifact.Artifacts;
import dev.preheat.maven.jdk.Jdk;
import dev.preheat.maven.launch.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Runs the program itself under the trace agent, on a JDK 25, and adds its trace to those of the
 * tests. Tests rarely go through what a program does between its start and its first useful work;
 * one run of it does.
 *
 * <pre>{@code
 * <execution>
 *   <goals>
 *     <goal>trace-run</goal>
 *   </goals>
 *   <configuration>
 *     <mainClass>com.example.Main</mainClass>
 *     <arguments>
 *       <argument>--input</argument>
 *       <argument>src/test/data/typical.txt</argument>
 *     </arguments>
 *   </configuration>
 * </execution>
 * }</pre>
 *
 * <p>The program has to end by itself, with exit code 0; what it prints goes to Maven's log. Each
 * execution keeps the trace of its last successful run, in {@code target/preheat/run-traces/} and
 * its id; {@code preheat:image} reads all of them.
 */
@Mojo(
    name = "trace-run",
    defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class TraceRunMojo extends AbstractProgramMojo {

  /**
   * Which classes are instrumented: patterns of dotted names. {@code *} stands for any letters but
   * dots, {@code **} for any letters, {@code ?} for one letter but a dot. Nothing given: all of the
   * class path. Of others the trace holds what the JVM knows by itself.
   */
  @Parameter(property = "preheat.includes")
  private List<String> includes;

  /** Which classes are not traced at all, whatever {@code includes} says; patterns as there. */
  @Parameter(property = "preheat.excludes")
  private List<String> excludes;

  /**
   * Whether classes are instrumented. If not, the trace holds what the JVM knows by itself: no
   * run-time classes of arguments, but the program runs at full speed.
   */
  @Parameter(property = "preheat.instrument", defaultValue = "true")
  private boolean instrument;

  @Override
  void run() throws UserError, IOException, InterruptedException {
    String name =
        mainClass()
            .orElseThrow(
                () -> new UserError(Suggestions.noMainClass("this goal runs the program")));
    Jdk jdk = jdk();
    Path agentJar = artifacts().file(Artifacts.TRACE_AGENT);
    TraceDirectory traces = runTraces(execution().getExecutionId());
    Instant start = Instant.now();

    Path argumentFile = workDirectory().resolve("trace-run.args");
    AtomicFile.write(argumentFile, ArgumentFile.text(jvmArguments(agentJar, traces.path(), name)));
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.add("@" + argumentFile);
    command.addAll(arguments());
    runProgram(command, name);

    traces.deleteStartedBefore(start);
    if (traces.traces().isEmpty()) {
      throw new UserError(Suggestions.runLeftNoTrace(name, agentLog()));
    }
    getLog().info("Traced a run of " + name + " in " + traces.path());
  }

  private List<String> jvmArguments(Path agentJar, Path directory, String name) throws IOException {
    AgentOptions options =
        new TraceFilter(includes, excludes, instrument).options(directory, List.of(), agentLog());
    List<Path> classPath = new ArrayList<>();
    classPath.add(
        Files.isRegularFile(jar())
            ? jar()
            : Path.of(project().getBuild().getOutputDirectory()).toAbsolutePath());
    classPath.addAll(dependencies());

    List<String> all = new ArrayList<>();
    all.add("-javaagent:" + agentJar + "=" + options);
    all.addAll(JvmOptions.read(agentJar));
    all.addAll(jvmArguments());
    all.add("-cp");
    all.add(Launch.joined(classPath));
    all.add(name);
    return all;
  }
}
