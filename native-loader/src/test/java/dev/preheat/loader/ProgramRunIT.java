// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.ChildJvm.Result;
import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code for the program alone does not rely on classes that only its tests load. */
class ProgramRunIT {

  private static final String RUNNABLE = "implements Runnable { public void run() {} }";
  private static final String SOURCE =
      """
      public final class App {
        static final class Box BODY

        static boolean isRunnable(Box box) {
          return (Object) box instanceof Runnable;
        }

        public static void main(String[] arguments) {
          System.out.println(isRunnable(new Box()));
        }

        static class Early {
          public static void main(String[] arguments) throws Exception {
            Class.forName("App");
            Class.forName("dev.preheat.loader.Main")
                .getMethod("main", String[].class)
                .invoke(null, (Object) new String[] {"App"});
          }
        }
      }
      """;

  @TempDir private static Path directory;
  private static Path loader;
  private static Path program;
  private static Path image;
  @TempDir private Path scratch;

  @BeforeAll
  static void buildImage() throws IOException {
    ImageKit kit = new ImageKit(directory);
    loader = kit.loaderJar();
    program = kit.programJar("program.jar", SOURCE.replace("BODY", RUNNABLE));
    image =
        kit.type("App")
            .jdkType("java/lang/Object")
            .jdkType("java/lang/Runnable")
            .method("App", "isRunnable", "(LApp$Box;)Z")
            .endOfRun()
            .type("App$Box")
            .image(List.of(loader, program));
  }

  @Test
  void itNeedNotBeLoaded() throws IOException {
    assertEquals("true\n", run(program).out());
  }

  @Test
  void itMayBeAnother() throws IOException {
    Path other = new ImageKit(scratch).programJar("program.jar", SOURCE.replace("BODY", "{}"));

    assertEquals("false\n", run(other).out());
  }

  /** Runs the program, the method in question from the image. */
  private Result run(Path jar) throws IOException {
    Path report = scratch.resolve("report.json");
    Result result =
        ChildJvm.withOptions()
            .option("-Dpreheat.image=" + image)
            .option("-Dpreheat.report=" + report)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(List.of(loader, jar)))
            .run("App$Early", List.of());

    assertEquals(0, result.exitCode(), result.err());
    String methods = Files.readString(report);
    assertFalse(methods.contains("App.isRunnable"), methods);
    return result;
  }
}
