// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.image.read.ImagePin;
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

/** Runs a program with the image that its args file pins, and with others. */
class PinnedImageIT {

  private static final String OUTPUT = "499500 w0,w1,w2 26\n";
  private static final String LATE = "42\n";
  private static final String ZEROES = "0".repeat(64);
  private static final String ADVICE =
      "; build image and args file together (mvn package -Pnative), or find out who changed the"
          + " image\n";

  @TempDir private static Path directory;
  private static Path loader;
  private static Path program;
  private static Path image;
  private static ImagePin pin;
  @TempDir private Path scratch;

  @BeforeAll
  static void buildImage() throws IOException {
    ImageKit kit = new ImageKit(directory);
    loader = kit.loaderJar();
    program =
        kit.programJar("program.jar", Files.readString(Path.of("src/test/programs/App.java")));
    kit.method("App", "sum", "([I)I").method("App$Late", "getAsInt", "()I");
    image = kit.image(List.of(loader, program));
    pin = ImagePin.of(image);
  }

  private ChildJvm jvm(String mode, String checksum, String sha256) throws IOException {
    return ChildJvm.withOptions()
        .option("-Dpreheat.mode=" + mode)
        .option("-Dpreheat.checksum=" + checksum)
        .option("-Dpreheat.sha256=" + sha256)
        .option("-Dpreheat.install=before-main")
        .option("-Dpreheat.report=" + scratch.resolve("report.json"))
        .classPath(ImageKit.path(List.of(loader, program)));
  }

  private static Result run(ChildJvm jvm, Path so, String... arguments) throws IOException {
    return jvm.option("-Dpreheat.image=" + so).run("App$Early", List.of(arguments));
  }

  /** Loads the class that a method waits for, then lets the loader's thread end. */
  private static Result runToTheEnd(ChildJvm jvm, Path so) throws IOException {
    return run(jvm, so, "late", "await");
  }

  private String report() throws IOException {
    return Files.readString(scratch.resolve("report.json"));
  }

  @Test
  void thePinnedImageIsUsed() throws IOException {
    Result strict = run(jvm("strict", pin.checksum(), pin.sha256()), image);
    Result auto = runToTheEnd(jvm("auto", pin.checksum(), pin.sha256()), image);

    assertEquals(new Result(0, OUTPUT, ""), strict);
    assertEquals(new Result(0, OUTPUT + LATE, ""), auto);
    assertTrue(report().contains("\"status\": \"used\""), report());
    assertTrue(report().contains("\"warnings\": []"), report());
    assertFalse(report().contains("\"installed\": 0"), report());
  }

  @Test
  void anImageWithAnotherChecksumIsRefused() throws IOException {
    String message =
        "preheat: image not used: "
            + image
            + ": expected the image with checksum 1234567890abcdef, found checksum "
            + pin.checksum()
            + ADVICE;

    assertEquals(
        new Result(1, "", message), run(jvm("strict", "1234567890abcdef", pin.sha256()), image));
    assertEquals(
        new Result(0, OUTPUT, message), run(jvm("auto", "1234567890abcdef", pin.sha256()), image));
    assertTrue(report().contains("\"status\": \"refused\""), report());
  }

  @Test
  void anImageWithAnotherDigestDoesNotRunWhereModeIsStrict() throws IOException {
    String message =
        "preheat: image not used: "
            + image
            + ": expected the image with SHA-256 "
            + ZEROES
            + ", found SHA-256 "
            + pin.sha256()
            + ADVICE;

    assertEquals(new Result(1, "", message), run(jvm("strict", pin.checksum(), ZEROES), image));
  }

  @Test
  void anImageWithAnotherDigestIsReportedLaterWhereModeIsAuto() throws IOException {
    // One method waits for its class until the loader gives up.
    Result result = run(jvm("auto", pin.checksum(), ZEROES), image, "await");

    assertEquals(0, result.exitCode());
    assertEquals(OUTPUT, result.out());
    assertEquals(
        "preheat: image not used any more: "
            + image
            + ": expected the image with SHA-256 "
            + ZEROES
            + ", found SHA-256 "
            + pin.sha256()
            + ADVICE,
        result.err());
    assertTrue(report().contains("\"status\": \"used\""), report());
    assertTrue(report().contains("expected the image with SHA-256 " + ZEROES), report());
    assertTrue(
        report()
            .matches(
                "(?s).*\"IMAGE_DIFFERS\",\\s*\"text\": \"image differs\",\\s*\"methods\": 1\\s.*"),
        report());
  }

  @Test
  void anImageThatIsGoneWhenItsDigestIsComparedIsReported() throws IOException {
    Path gone = Files.copy(image, scratch.resolve("gone.so"));
    Result result = run(jvm("auto", pin.checksum(), pin.sha256()), gone, "delete:" + gone, "await");

    assertEquals(
        new Result(
            0,
            OUTPUT,
            "preheat: image not used any more: "
                + gone
                + ": expected the image with SHA-256 "
                + pin.sha256()
                + ", found java.io.FileNotFoundException: "
                + gone
                + " (No such file or directory)"
                + ADVICE),
        result);
  }

  /** The checksum covers what the loader uses, the digest all of the file. */
  @Test
  void theDigestIsThatOfTheWholeFile() throws IOException {
    byte[] bytes = Files.readAllBytes(image);
    bytes[bytes.length - 1] ^= 1;
    Path changed = Files.write(scratch.resolve("changed.so"), bytes);

    Result strict = run(jvm("strict", pin.checksum(), pin.sha256()), changed);

    assertEquals(1, strict.exitCode());
    assertTrue(strict.err().contains(": expected the image with SHA-256 "), strict.err());
    assertEquals(0, run(jvm("strict", pin.checksum(), ""), changed).exitCode());
  }

  @Test
  void anImageThatOthersMayWriteIsRefusedOrReported() throws IOException {
    Path open = Files.copy(image, scratch.resolve("open.so"));
    Files.setAttribute(open, "unix:mode", 0666);
    String message =
        open
            + ": expected nobody but owner and group to have the permission to write, found mode"
            + " 666; take it from others (chmod o-w): what they write would run with the program's"
            + " rights\n";

    assertEquals(
        new Result(1, "", "preheat: image not used: " + message),
        run(jvm("strict", pin.checksum(), pin.sha256()), open));
    assertEquals(
        new Result(0, OUTPUT + LATE, "preheat: image used, but others may write it: " + message),
        runToTheEnd(jvm("auto", pin.checksum(), pin.sha256()), open));
    assertTrue(report().contains("\"status\": \"used\""), report());
    assertTrue(report().contains("\"warnings\": [\n"), report());
  }
}
