// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.maven.advice;

import java.nio.file.Path;
import java.util.List;

/** Everything the plugin tells a user to do: what happened, why, and how to put it right. */
public final class Suggestions {
  private static final String PLUGIN =
      """
      <plugin>
        <groupId>dev.preheat</groupId>
        <artifactId>preheat-maven-plugin</artifactId>
      """;

  private Suggestions() {}

  // JDKs and platforms

  /** There is no JDK 25 to make or run an image with. */
  public static Suggestion noJdk(List<String> rejected) {
    String looked =
        rejected.isEmpty()
            ? "Neither a toolchain nor JAVA_HOME names one."
            : "None of these is one:\n- " + String.join("\n- ", rejected);
    return new Suggestion(
        "There is no JDK 25: images are made and run by the JVM of a JDK 25.",
        looked,
        "Install a JDK 25 and let Maven find it, with the XML below; or name its directory:"
            + " -Dpreheat.jdk=<directory>, or JAVA_HOME.",
        """
        <plugin>
          <groupId>org.apache.maven.plugins</groupId>
          <artifactId>maven-toolchains-plugin</artifactId>
          <version>3.2.0</version>
          <executions>
            <execution>
              <goals>
                <goal>select-jdk-toolchain</goal>
              </goals>
              <configuration>
                <version>[25,26)</version>
              </configuration>
            </execution>
          </executions>
        </plugin>
        """);
  }

  /** The parameter names something that is no JDK 25. */
  public static Suggestion wrongJdk(String rejected) {
    return new Suggestion(
        "The JDK that -Dpreheat.jdk (parameter jdkHome) names cannot be used.",
        rejected + "; images are made and run by HotSpot's JVM in a JDK 25.",
        "Name the home directory of a JDK 25, or leave the parameter out: toolchains and JAVA_HOME"
            + " are looked at then.");
  }

  /** The JDK is one of another platform. */
  public static Suggestion wrongPlatform(String jdk, String osName, String osArch) {
    return new Suggestion(
        "No image can be made for this platform.",
        jdk + " is one for " + osName + " " + osArch + "; images are for Linux x86_64 only.",
        "Leave the goal out here: bind it in a profile that is activated on Linux x86-64.",
        """
        <profile>
          <id>native</id>
          <activation>
            <os>
              <name>Linux</name>
              <arch>amd64</arch>
            </os>
          </activation>
        </profile>
        """);
  }

  /** The tests run on a JDK that cannot load the agent. */
  public static Suggestion testJvmTooOld(String jdk) {
    return new Suggestion(
        "The tests are not traced.",
        "They run on " + jdk + "; the agent needs a JDK 17 or later.",
        "Run them on a JDK 25, which also says what it knows of its own methods: choose it with"
            + " maven-toolchains-plugin, or with Surefire's parameter jdkToolchain.");
  }

  // Traces

  /** The goal that prepares the agent is not part of the build. */
  public static Suggestion agentNotBound(Path traces) {
    return noTrace(
        traces,
        "The goal preheat:prepare-agent was not run before the tests.",
        "Bind it in the POM:",
        PLUGIN
            + """
              <executions>
                <execution>
                  <goals>
                    <goal>prepare-agent</goal>
                    <goal>image</goal>
                  </goals>
                </execution>
              </executions>
            </plugin>
            """);
  }

  /** No execution of Surefire or Failsafe is there. */
  public static Suggestion noTestPlugin(Path traces) {
    return noTrace(
        traces,
        "The build has no execution of maven-surefire-plugin or maven-failsafe-plugin: its"
            + " packaging does not bind one.",
        "Trace the program itself with preheat:trace-run, or name the traces of another module in"
            + " the parameter traceDirectories.",
        "");
  }

  /** The tests were told not to run. */
  public static Suggestion testsSkipped(Path traces) {
    return noTrace(
        traces,
        "The tests were skipped (skipTests, maven.test.skip or a skip parameter of Surefire), and"
            + " no earlier build left a trace.",
        "Run the tests once, without skipping them: the traces stay until the next run of the tests"
            + " or mvn clean.",
        "");
  }

  /** There is nothing to run. */
  public static Suggestion noTests(Path traces, Path testClasses) {
    return noTrace(
        traces,
        "The project has no tests: there are no classes in " + testClasses + ".",
        "Write tests of what is to be fast; or trace the program itself with preheat:trace-run; or"
            + " name the traces of another module in the parameter traceDirectories.",
        "");
  }

  /** The tests run in Maven's own JVM. */
  public static Suggestion testsNotForked(Path traces, String plugin, String setting) {
    return noTrace(
        traces,
        plugin
            + " runs the tests in Maven's own JVM ("
            + setting
            + "): no agent can be added there.",
        "Let it start a JVM:",
        """
        <plugin>
          <groupId>org.apache.maven.plugins</groupId>
          <artifactId>%s</artifactId>
          <configuration>
            <forkCount>1</forkCount>
          </configuration>
        </plugin>
        """
            .formatted(plugin));
  }

  /** The configuration of Surefire hides the property. */
  public static Suggestion argLineHidden(
      Path traces, String plugin, String argLine, String property) {
    return noTrace(
        traces,
        "The configuration of "
            + plugin
            + " sets argLine to \""
            + argLine
            + "\", which hides the property "
            + property
            + " with the agent in it.",
        "Let the configuration take the property in, with @ and not with $, which is replaced"
            + " before the agent is there:",
        """
        <plugin>
          <groupId>org.apache.maven.plugins</groupId>
          <artifactId>%s</artifactId>
          <configuration>
            <argLine>@{%s} %s</argLine>
          </configuration>
        </plugin>
        """
            .formatted(plugin, property, xmlText(argLine)));
  }

  /** Another plugin wrote over the property. */
  public static Suggestion argLineReplaced(Path traces, String property, String value) {
    return noTrace(
        traces,
        "Something replaced the property "
            + property
            + " after preheat:prepare-agent had put the agent into it; it is now \""
            + value
            + "\".",
        "Let whatever sets it keep its value; or run it before preheat:prepare-agent: within a"
            + " phase Maven runs plugins in the order of the POM.",
        "");
  }

  /** Everything is as it has to be, and yet. */
  public static Suggestion agentSilent(Path traces, Path agentLog, Path reports) {
    return noTrace(
        traces,
        "The tests were told to run with the agent, and it wrote nothing. Either no test ran, or"
            + " their JVM was killed or halted before its end, or the agent could not start.",
        "Look into "
            + agentLog
            + ", where the agent tells its problems, and into the files *.dumpstream in "
            + reports
            + ".",
        "");
  }

  /** The run of the program left no trace. */
  public static Suggestion runLeftNoTrace(String mainClass, Path agentLog) {
    return new Suggestion(
        "The run of " + mainClass + " left no trace.",
        "Its JVM was halted (Runtime.halt, a signal) before the agent could write, or the agent"
            + " could not start.",
        "Choose arguments with which the program ends by itself; look into "
            + agentLog
            + ", where the agent tells its problems.");
  }

  private static Suggestion noTrace(Path traces, String why, String remedy, String xml) {
    return new Suggestion("The tests left no trace in " + traces + ".", why, remedy, xml);
  }

  // The program

  /** No jar to make an image of. */
  public static Suggestion noJar(String packaging) {
    return new Suggestion(
        "There is no jar to make an image of.",
        "Packaging " + packaging + " made no jar in the phase package before this goal.",
        "Run the goal in a module of packaging jar, in the phase package or later: mvn package.");
  }

  /** The jar is a Spring Boot archive. */
  public static Suggestion springBootArchive(Path jar) {
    return new Suggestion(
        "No image can be made of " + jar + ".",
        "Spring Boot repackaged it: its classes and libraries are nested where no class path finds"
            + " them.",
        "Keep the plain jar and give the repackaged one a classifier:",
        """
        <plugin>
          <groupId>org.springframework.boot</groupId>
          <artifactId>spring-boot-maven-plugin</artifactId>
          <configuration>
            <classifier>exec</classifier>
          </configuration>
        </plugin>
        """);
  }

  /** There is no code for a collector. */
  public static Suggestion unknownCollector(String name) {
    return new Suggestion(
        "No image can be made for the collector '" + name + "'.",
        "Code can be compiled for G1, Serial and Parallel; with others a JVM runs without its"
            + " image.",
        "Name one or more of these: -Dpreheat.collectors=G1,Serial, or in the POM:",
        """
        <plugin>
          <groupId>dev.preheat</groupId>
          <artifactId>preheat-maven-plugin</artifactId>
          <configuration>
            <collectors>G1,Serial</collectors>
          </configuration>
        </plugin>
        """);
  }

  /** A word that says nothing about failures of the compiler. */
  public static Suggestion unknownPolicy(String word) {
    return new Suggestion(
        "The parameter onCompilerFailure is '" + word + "'.",
        "A method that makes the compiler fail either costs the build a warning (warn) or the image"
            + " (fail).",
        "Write one of the two: -Dpreheat.onCompilerFailure=warn, or in the POM:",
        PLUGIN
            + """
              <configuration>
                <onCompilerFailure>warn</onCompilerFailure>
              </configuration>
            </plugin>
            """);
  }

  /** A goal has to start the program and does not know how. */
  public static Suggestion noMainClass(String purpose) {
    return new Suggestion(
        "The main class is not known: " + purpose + ".",
        "Neither the parameter mainClass nor the manifest of the jar names one.",
        "Name it: -Dpreheat.mainClass=<class>, or in the POM:",
        PLUGIN
            + """
              <configuration>
                <mainClass>com.example.Main</mainClass>
              </configuration>
            </plugin>
            """);
  }

  /** The program did not end well. */
  public static Suggestion programFailed(String mainClass, int exitCode, List<String> errorTail) {
    return new Suggestion(
        mainClass + " ended with exit code " + exitCode + ".",
        errorTail.isEmpty()
            ? "It wrote nothing to standard error."
            : "The end of its standard error:\n" + String.join("\n", errorTail),
        "Choose arguments (parameter arguments) and a directory (workingDirectory) with which it"
            + " ends with exit code 0.");
  }

  // The compiler

  /** The compiler refused, and said why. */
  public static Suggestion compilerRefused(String error) {
    return new Suggestion(
        "No image was made.",
        error,
        "Put right what the compiler names; what it printed before is above.");
  }

  /** The compiler failed. */
  public static Suggestion compilerFailed(int exitCode, List<String> errorTail) {
    return new Suggestion(
        "No image was made: the compiler ended with exit code " + exitCode + ".",
        errorTail.isEmpty()
            ? "It wrote nothing to standard error; an exit code above 128 means that a signal ended"
                + " it (137: out of memory)."
            : "The end of its standard error:\n" + String.join("\n", errorTail),
        "If memory was short, use fewer threads (-Dpreheat.threads=1) or a larger heap (parameter"
            + " compilerJvmArguments); else report it, with the output of mvn -X.");
  }

  /** The image cannot be opened. */
  public static Suggestion imageCheckFailed(Path image, List<String> errorTail) {
    return new Suggestion(
        "The image does not pass its check and was deleted: " + image + ".",
        String.join("\n", errorTail),
        "If the directory is on a file system that lets nothing be executed (mounted noexec), build"
            + " in another one; else report it, with the output of mvn -X.");
  }

  /** A module of Preheat or a library of the compiler cannot be fetched. */
  public static Suggestion notResolved(String artifact, String reason) {
    return new Suggestion(
        "Maven cannot fetch " + artifact + ".",
        reason,
        "Run the build once without --offline; check the plugin repositories and mirrors in"
            + " settings.xml.");
  }

  /** The image has no method of that name. */
  public static Suggestion noSuchMethod(String method, Path image) {
    return new Suggestion(
        "The image " + image + " has no method with \"" + method + "\" in its name.",
        "It was left out of the image, for a reason that the compiler's report beside it tells, or"
            + " its name is another one.",
        "Give a shorter part of the name; preheat:inspect without preheat.method prints all"
            + " names.");
  }

  // Files

  /** Reading or writing failed. */
  public static Suggestion inputOutput(String reason, Path directory, long freeMebibytes) {
    return new Suggestion(
        "A file cannot be read or written.",
        reason,
        "Check that Maven may write below "
            + directory
            + " and that the disk has room ("
            + freeMebibytes
            + " MiB are free); then run the build again: nothing half-written was left.");
  }

  /** A path that Surefire's argLine cannot hold. */
  public static Suggestion unquotable(String argument) {
    return new Suggestion(
        "The agent cannot be added to the tests.",
        "Surefire's argLine has no way to write this argument, which has a line break or both kinds"
            + " of quotes in it: "
            + argument,
        "Move the project or the local repository to a directory with a plainer name.");
  }

  private static String xmlText(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
