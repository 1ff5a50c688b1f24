// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.loader.image.PatchedImage;
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

/** Code that does harm, and the ways to find out which method it is of. */
class CrashContainmentIT {

  private static final String OUTPUT = "499500 w0,w1,w2 26\n";
  private static final String SUM = "App.sum([I)I";
  private static final int[] RETURN_ZERO = {0x31, 0xC0, 0xC3}; // xor eax, eax; ret
  private static final int[] UNDEFINED = {0x0F, 0x0B}; // ud2

  @TempDir private static Path directory;
  private static Path loader;
  private static Path program;
  private static Path image;
  @TempDir private Path scratch;

  @BeforeAll
  static void buildImage() throws IOException {
    ImageKit kit = new ImageKit(directory);
    loader = kit.loaderJar();
    program =
        kit.programJar("program.jar", Files.readString(Path.of("src/test/programs/App.java")));
    kit.type("App$Shape")
        .type("App$Square")
        .method("App", "sum", "([I)I")
        .method("App", "total", "(LApp$Shape;)I")
        .method("App", "at", "([II)I")
        .method("App", "text", "(I)Ljava/lang/String;");
    image = kit.image(List.of(loader, program));
  }

  private static ChildJvm jvm() throws IOException {
    return ChildJvm.withOptions()
        .option("-XX:-CreateCoredumpOnCrash")
        .option("-Dpreheat.install=before-main")
        .classPath(ImageKit.path(List.of(loader, program)));
  }

  private static Result run(ChildJvm jvm, Path so) throws IOException {
    return jvm.option("-Dpreheat.image=" + so).run("App$Early", List.of());
  }

  @Test
  void aCrashNamesTheMethod() throws IOException {
    Path crashing = new PatchedImage(image).code(SUM, UNDEFINED).write("crashing.so");
    Path log = scratch.resolve("hs_err.log");
    Result result = run(jvm().option("-XX:ErrorFile=" + log), crashing);

    assertNotEquals(0, result.exitCode());
    String text = Files.readString(log);
    assertTrue(text.contains("SIGILL"), text);
    assertTrue(text.matches("(?s).*# J \\d+ jvmci App\\.sum\\(\\[I\\)I .*"), text);
    assertTrue(text.contains("Dpreheat.image=" + crashing), text);
  }

  @Test
  void disablingOrExcludingKeepsTheMethodOut() throws IOException {
    Path wrong = new PatchedImage(image).code(SUM, RETURN_ZERO).write("wrong.so");

    assertEquals("0 w0,w1,w2 26\n", run(jvm(), wrong).out());
    assertEquals(OUTPUT, run(jvm().option("-Dpreheat.disable"), wrong).out());
    assertEquals(OUTPUT, run(jvm().environment("PREHEAT_DISABLE", "1"), wrong).out());
    assertEquals(OUTPUT, run(jvm().option("-Dpreheat.exclude=App.sum"), wrong).out());
    assertEquals(OUTPUT, run(jvm().environment("PREHEAT_EXCLUDE", "App.sum"), wrong).out());
    assertEquals(
        "0 w0,w1,w2 26\n", run(jvm().environment("PREHEAT_EXCLUDE", "App.total"), wrong).out());
  }
}
