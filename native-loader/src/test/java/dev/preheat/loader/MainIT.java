// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.ImageLayout.Header;
import dev.preheat.format.image.layout.Table;
import dev.preheat.loader.image.TestImage;
import dev.preheat.loader.programs.Echo;
import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.ChildJvm.Result;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program always runs as it would without the loader; what cannot be done is one line. */
class MainIT {
  private static final String OFF = "-Dpreheat.mode=off";
  private static final String NOT_SET =
      "preheat: image not used: preheat.image: expected the path of an image, found nothing; set"
          + " -Dpreheat.image=<file>\n";

  @TempDir private Path directory;

  @Test
  void runsTheProgramInTheMainThread() throws IOException {
    Result result = ChildJvm.withOptions().option(OFF).runMain(Echo.class, "a", "b c", "");

    assertEquals(new Result(0, "a,b c,\nmain\n", ""), result);
  }

  @ParameterizedTest
  @CsvSource({
    "Hidden, hidden 1",
    "WithoutArguments, without arguments",
    "OfAnObject, of an object 1",
    "OfAnObjectWithoutArguments, of an object without arguments",
    "Both, both 1",
    "Inherited, hidden 1",
    "FromAnInterface, from an interface",
    "Itself, interface itself 1"
  })
  void runsMainMethodsOfAllKinds(String program, String expected) throws IOException {
    String name = "dev.preheat.loader.programs.Mains$" + program;

    Result with = ChildJvm.withOptions().option(OFF).runMain(name, "a");
    Result without = ChildJvm.withOptions().run(name, List.of("a"));
    Result bare = ChildJvm.bare().option(OFF).runMain(name, "a");

    assertEquals(new Result(0, expected + "\n", ""), with);
    assertEquals(without, with);
    assertEquals(without, bare);
  }

  @ParameterizedTest
  @CsvSource({"None", "Abstract", "NoConstructor", "Missing"})
  void saysWhatIsWrongWithTheProgram(String program) throws IOException {
    String name = "dev.preheat.loader.programs.Mains$" + program;

    Result result = ChildJvm.withOptions().option(OFF).runMain(name);

    assertEquals(1, result.exitCode());
    assertEquals("", result.out());
    assertTrue(result.err().startsWith("Error: "), result.err());
    assertTrue(result.err().contains(name), result.err());
  }

  @Test
  void exceptionsOfTheProgramAreItsOwn() throws IOException {
    Result result = ChildJvm.withOptions().option(OFF).runMain(Echo.class, "throw");

    assertEquals(1, result.exitCode());
    List<String> lines = result.err().lines().toList();
    assertEquals(
        "Exception in thread \"main\" " + Echo.Trouble.class.getName() + ": as asked",
        lines.get(0));
    assertTrue(lines.get(1).startsWith("\tat " + Echo.class.getName() + ".main("), lines.get(1));
    assertTrue(
        lines.stream().skip(2).allMatch(line -> line.startsWith("\tat dev.preheat.loader.")),
        result.err());
  }

  @Test
  void exceptionsOfTheProgramAreItsOwnWithoutTheOptions() throws IOException {
    Result result = ChildJvm.bare().option(OFF).runMain(Echo.class, "throw");

    assertEquals(1, result.exitCode());
    assertTrue(
        result.err().startsWith("Exception in thread \"main\" " + Echo.Trouble.class.getName()),
        result.err());
  }

  @Test
  void aFailingInitializerIsReportedAsByTheLauncher() throws IOException {
    String name = "dev.preheat.loader.programs.Mains$Failing";

    Result with = ChildJvm.withOptions().option(OFF).runMain(name);
    Result without = ChildJvm.withOptions().run(name, List.of());

    assertEquals(without.exitCode(), with.exitCode());
    assertEquals(firstLine(without.err()), firstLine(with.err()));
  }

  @Test
  void exitCodesAreThoseOfTheProgram() throws IOException {
    assertEquals(
        new Result(7, "exit\n", ""),
        ChildJvm.withOptions().option(OFF).runMain(Echo.class, "exit"));
  }

  @Test
  void theCommandIsThatOfTheProgram() throws IOException {
    Result result = ChildJvm.withOptions().option(OFF).runMain(Echo.class, "command", "x");

    assertEquals("command,x\n" + Echo.class.getName() + " command x\n", result.out());
  }

  @Test
  void withoutAProgramItSaysHowToNameOne() throws IOException {
    Result result = ChildJvm.withOptions().run(Main.class.getName(), List.of());

    assertEquals(1, result.exitCode());
    assertEquals(
        "preheat: no program: usage: java @<args file>, or java -cp <loader>:<class path>"
            + " dev.preheat.loader.Main <main class> <arguments>\n",
        result.err());
  }

  @Test
  void withoutAnImageItSaysSo() throws IOException {
    Result result =
        ChildJvm.withOptions().option("-Dpreheat.install=before-main").runMain(Echo.class);

    assertEquals(new Result(0, "\n", NOT_SET), result);
  }

  @Test
  void strictStopsBeforeMain() throws IOException {
    Result result = ChildJvm.withOptions().option("-Dpreheat.mode=strict").runMain(Echo.class);

    assertEquals(new Result(1, "", NOT_SET), result);
  }

  @Test
  void theEnvironmentIsAskedToo() throws IOException {
    Result result =
        ChildJvm.withOptions().environment("PREHEAT_MODE", "strict").runMain(Echo.class);

    assertEquals(new Result(1, "", NOT_SET), result);
  }

  @ParameterizedTest
  @CsvSource({"'',''", "true,''", "no,''", "false,1", "0,1"})
  void disablingWinsOverEveryMode(String value, String expected) throws IOException {
    Result result =
        ChildJvm.withOptions()
            .environment("PREHEAT_DISABLE", "1")
            .option("-Dpreheat.mode=strict")
            .option("-Dpreheat.disable=" + value)
            .runMain(Echo.class);

    assertEquals(expected.isEmpty() ? new Result(0, "\n", "") : new Result(1, "", NOT_SET), result);
  }

  @ParameterizedTest
  @CsvSource({"'',1", "1,''", "0,1"})
  void theEnvironmentDisables(String value, String expected) throws IOException {
    Result result =
        ChildJvm.withOptions()
            .environment("PREHEAT_DISABLE", value)
            .option("-Dpreheat.mode=strict")
            .runMain(Echo.class);

    assertEquals(expected.isEmpty() ? new Result(0, "\n", "") : new Result(1, "", NOT_SET), result);
  }

  @Test
  void propertiesAreAskedFirst() throws IOException {
    Result result =
        ChildJvm.withOptions()
            .environment("PREHEAT_MODE", "strict")
            .option(OFF)
            .runMain(Echo.class);

    assertEquals(new Result(0, "\n", ""), result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "preheat.mode | on | off, auto or strict",
        "preheat.install | later | background or before-main"
      })
  void unknownValuesAreNamed(String property, String value, String expected) throws IOException {
    Result result =
        ChildJvm.withOptions()
            .option("-D" + property + "=" + value)
            .option("-Dpreheat.report=" + directory.resolve("report.json"))
            .runMain(Echo.class);

    assertEquals(
        "preheat: image not used: "
            + property
            + ": expected "
            + expected
            + ", found "
            + value
            + "; correct the option\n",
        result.err());
    assertEquals("\n", result.out());
  }

  @Test
  void anotherJdkIsNamed() throws IOException {
    // The JDK that runs Maven.
    Path home = Path.of(System.getProperty("preheat.other.jdk"));
    String version = version(home);
    assumeTrue(!version.equals("25"), "Maven runs on a JDK 25, too");
    Result result =
        ChildJvm.withOptions()
            .java(home.resolve("bin/java").toString())
            .option("-Dpreheat.image=" + directory.resolve("a.so"))
            .option("-Dpreheat.install=before-main")
            .runMain(Echo.class, "x");

    assertEquals(
        new Result(
            0,
            "x\nmain\n",
            "preheat: image not used: JDK: expected 25, found "
                + version
                + "; run with a JDK 25, the only one that images are for\n"),
        result);
  }

  @Test
  void missingOptionsAreNamed() throws IOException {
    Result result =
        ChildJvm.bare()
            .option("-Dpreheat.image=" + directory.resolve("a.so"))
            .option("-Dpreheat.install=before-main")
            .runMain(Echo.class, "x");

    assertEquals(0, result.exitCode());
    assertEquals("x\nmain\n", result.out());
    assertEquals(
        "preheat: image not used: JVM options: expected those of the args file, found class"
            + " dev.preheat.loader.image.LoadedImage (in unnamed module @<hash>) cannot access"
            + " class jdk.internal.misc.Unsafe (in module java.base) because module java.base does"
            + " not export jdk.internal.misc to unnamed module @<hash>; start with the args file,"
            + " which opens to Preheat what it needs\n",
        result.err().replaceAll("@0x[0-9a-f]+", "@<hash>"));
  }

  @Test
  void anotherBuildOfTheJvmIsNamed() throws IOException {
    Path image =
        new TestImage().property("java.vm.version", "1.2.3").write(directory.resolve("a.so"));
    Result result = strict(ChildJvm.withOptions(), image);

    assertEquals(
        new Result(
            1,
            "",
            "preheat: image not used: java.vm.version: expected 1.2.3, found "
                + System.getProperty("java.vm.version")
                + "; run with the JDK that built the image, or build it with this one\n"),
        result);
  }

  @Test
  void theVersionIsNamedWhereMoreDiffers() throws IOException {
    Path image =
        new TestImage()
            .property("java.vm.vendor", "Nobody")
            .property("java.vm.version", "1.2.3")
            .property("os.arch", "pdp11")
            .write(directory.resolve("a.so"));

    assertTrue(
        strict(ChildJvm.withOptions(), image)
            .err()
            .startsWith("preheat: image not used: java.vm.version: expected 1.2.3, found "));
  }

  @Test
  void aDamagedImageIsRefused() throws IOException {
    Path image = new TestImage().write(directory.resolve("a.so"));
    byte[] bytes = Files.readAllBytes(image);
    Files.write(image, Arrays.copyOf(bytes, 4300));
    Result result = strict(ChildJvm.withOptions(), image);

    assertEquals(1, result.exitCode());
    assertTrue(
        result.err().endsWith("; build the image again (mvn package -Pnative)\n"), result.err());
  }

  @Test
  void theReportSaysWhyTheImageWasRefused() throws IOException {
    Path report = directory.resolve("some/report.json");
    ChildJvm.withOptions()
        .option("-Dpreheat.report=" + report)
        .option("-Dpreheat.install=before-main")
        .runMain(Echo.class, "exit");

    String json = Files.readString(report);
    assertTrue(json.contains("\"status\": \"refused\""), json);
    assertTrue(json.contains("\"refusal\": \"preheat.image: expected the path"), json);
    try (Stream<Path> files = Files.list(report.getParent())) {
      assertEquals(List.of(report), files.toList());
    }
  }

  /** An image that is as large as it says, and too large for this heap. */
  @Test
  void whatFailsIsNamed() throws IOException {
    Path image = new TestImage().write(directory.resolve("a.so"));
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(image)).order(ByteOrder.LITTLE_ENDIAN);
    int more = 256 << 20;
    int header = ImageLayout.REGION_FILE_OFFSET;
    int streams = header + Header.DIRECTORY + Table.STREAMS.number() * Header.DIRECTORY_ENTRY;
    for (int at :
        new int[] {header + Header.REGION_SIZE, header + Header.CODE_FILE_OFFSET, streams}) {
      file.putInt(at, file.getInt(at) + more);
    }
    Files.write(image, file.array());
    try (RandomAccessFile longer = new RandomAccessFile(image.toFile(), "rw")) {
      longer.setLength(longer.length() + more);
    }
    Result result = strict(ChildJvm.withOptions().option("-Xmx64m"), image);

    assertEquals(
        new Result(
            1,
            "",
            "preheat: image not used: the heap: expected room for the image's tables, found"
                + " java.lang.OutOfMemoryError: Java heap space; give it more (-Xmx), or start with"
                + " preheat.disable\n"),
        result);
  }

  @Test
  void aReportThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    Path report = file.resolve("report.json");
    Result result =
        ChildJvm.withOptions()
            .option("-Dpreheat.report=" + report)
            .option("-Dpreheat.install=before-main")
            .runMain(Echo.class);

    assertEquals(
        new Result(
            0,
            "\n",
            NOT_SET
                + "preheat: no report: cannot write "
                + report
                + ": java.nio.file.FileAlreadyExistsException: "
                + file
                + "; name another file in preheat.report.\n"),
        result);
  }

  private static Result strict(ChildJvm jvm, Path image) throws IOException {
    jvm.option("-Dpreheat.image=" + image).option("-Dpreheat.mode=strict");
    return jvm.runMain(Echo.class);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static String version(Path home) throws IOException {
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
    }
    Matcher feature = Pattern.compile("\\d+").matcher(release.getProperty("JAVA_VERSION"));
    return feature.find() ? feature.group() : "";
  }
}
