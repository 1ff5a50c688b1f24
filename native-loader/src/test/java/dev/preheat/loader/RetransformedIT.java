// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.ChildJvm.Result;
import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An agent retransforms all classes of a program at once, again and again, while the loader reads
 * them and installs their methods, and the VM frees the versions that nobody has told it to keep.
 */
class RetransformedIT {

  private static final int CLASSES = 150;

  /** Between the loader's last look and the VM's own the class may have got another version. */
  private static final Pattern EXPECTED =
      Pattern.compile("|installed.*|dependencies failed.*|already compiled.*", Pattern.DOTALL);

  @TempDir private static Path directory;
  private static Path agent;
  private static List<Path> classPath;
  private static Path image;

  @BeforeAll
  static void buildImage() throws IOException {
    ImageKit kit = new ImageKit(directory);
    agent =
        kit.agentJar(
            "churn.jar", "Churn", Files.readString(Path.of("src/test/programs/Churn.java")));
    classPath = List.of(kit.loaderJar(), ChurnClasses.jar(kit, CLASSES), agent);
    for (int i = 0; i < CLASSES; i++) {
      kit.method("C" + i, "of", "(I)I");
    }
    image = kit.image(classPath);
  }

  @Test
  void versionsThatAreReadStay() throws IOException {
    Path file = directory.resolve("report.json");
    Files.deleteIfExists(file);
    Result without = run(List.of("-Dpreheat.mode=off"));
    LoadReport report =
        LoadReport.of(run(List.of("-Dpreheat.image=" + image, "-Dpreheat.report=" + file)), file);

    assertEquals(0, without.exitCode(), without.toString());
    assertEquals(without, report.run());
    int installed = 0;
    for (int i = 0; i < CLASSES; i++) {
      String outcome = report.of("C" + i + ".of(I)I");
      installed += outcome.isEmpty() || outcome.startsWith("installed") ? 1 : 0;
      assertTrue(EXPECTED.matcher(outcome).matches(), outcome);
    }
    assertTrue(installed > 0, "none installed");
  }

  private static Result run(List<String> options) throws IOException {
    List<String> all = new ArrayList<>(options);
    // Interpreted, the loader takes so long for a record that the agent is sure to come between.
    all.add("-XX:CompileCommand=quiet");
    all.add("-XX:CompileCommand=exclude,dev.preheat.*::*");
    all.add("-Dpreheat.exclude=dev.preheat.*");
    all.add("-Dpreheat.install=before-main");
    all.add("-javaagent:" + agent + "=" + CLASSES);
    return ChildJvm.withOptions()
        .options(all)
        .classPath(ImageKit.path(classPath))
        .runMain("Churn", Integer.toString(CLASSES));
  }
}
