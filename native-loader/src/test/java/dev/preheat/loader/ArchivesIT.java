// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.image.read.ImageReader;
import dev.preheat.hotspot.archive.ArchiveFile;
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

/** The JVM takes its classes from another archive than the JDK's own, or from none. */
class ArchivesIT {

  private static final String OUTPUT = "499500 w0,w1,w2 26\n";
  private static final String NOT_LOADED = "App$Late.getAsInt()I: class not loaded: App$Late";

  /** Counts with cells that threads share under contention, made without any. */
  private static final String COUNTING =
      """
      import java.lang.reflect.Array;
      import java.lang.reflect.Constructor;
      import java.lang.reflect.Field;
      import java.util.concurrent.ConcurrentHashMap;

      public final class Counting {
        static final String CELL = "java.util.concurrent.ConcurrentHashMap$CounterCell";

        public static void main(String[] arguments) throws Exception {
          Class<?> type = Class.forName(CELL);
          Constructor<?> make = type.getDeclaredConstructor(long.class);
          make.setAccessible(true);
          Object cells = Array.newInstance(type, 2);
          Array.set(cells, 0, make.newInstance(40L));
          Array.set(cells, 1, make.newInstance(2L));
          ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();
          Field counterCells = ConcurrentHashMap.class.getDeclaredField("counterCells");
          counterCells.setAccessible(true);
          counterCells.set(map, cells);
          System.out.println(map.size());
        }

        static class Early {
          public static void main(String[] arguments) throws Exception {
            Class.forName(CELL);
            Class.forName("dev.preheat.loader.Main")
                .getMethod("main", String[].class)
                .invoke(null, (Object) new String[] {"Counting"});
          }
        }
      }
      """;

  /** Of the program and the JDK, all but the one whose class is loaded on request. */
  private static final int METHODS = 12;

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
    kit.jdkType("java/lang/Object")
        .jdkType("java/util/HashMap$Node")
        .jdkType("java/util/ArrayList")
        .jdkType("java/lang/AbstractStringBuilder")
        .type("App$Shape")
        .method("App", "sum", "([I)I")
        .method("App", "text", "(I)Ljava/lang/String;")
        .method("App", "total", "(LApp$Shape;)I")
        .method("App$Square", "area", "()I")
        .method("App$Square", "<init>", "(I)V")
        .method("App$Late", "getAsInt", "()I")
        .jdkMethod("java/lang/Math", "floorMod", "(II)I")
        .jdkMethod("java/lang/StringBuilder", "append", "(I)Ljava/lang/StringBuilder;")
        .jdkMethod("java/lang/String", "equals", "(Ljava/lang/Object;)Z")
        .jdkMethod("java/util/ArrayList", "add", "(Ljava/lang/Object;)Z")
        .jdkMethod("java/util/ArrayList", "grow", "(I)[Ljava/lang/Object;")
        .jdkMethod(
            "java/util/HashMap",
            "newNode",
            "(ILjava/lang/Object;Ljava/lang/Object;Ljava/util/HashMap$Node;)Ljava/util/HashMap$Node;")
        .jdkMethod(
            "java/util/HashMap",
            "putVal",
            "(ILjava/lang/Object;Ljava/lang/Object;ZZ)Ljava/lang/Object;");
    image = kit.image(List.of(loader, program));
  }

  /** Without an archive narrow class pointers are based at 0, which code has in it. */
  @Test
  void asManyMethodsAreInstalledWithoutAnArchive() throws IOException {
    assertInstalled(jvm().option("-Xshare:off"));
  }

  @Test
  void asManyMethodsAreInstalledInALinkedJdkWithoutAnArchive() throws IOException {
    assertInstalled(jvm().java(LinkedJdk.java(scratch.resolve("jdk"))));
  }

  /** Such an archive is none that the image names. */
  @Test
  void asManyMethodsAreInstalledInALinkedJdkWithItsOwnArchive() throws IOException {
    String java = LinkedJdk.java(scratch.resolve("jdk"), "--generate-cds-archive");

    assertInstalled(jvm().java(java).option("-Xshare:on"));
  }

  /** Its {@code lib/modules} has other class files, the same code in them. */
  @Test
  void anArchiveOfOtherClassFilesIsNoReasonToTakeThemForTheImages() throws IOException {
    String java =
        LinkedJdk.java(
            scratch.resolve("jdk"), "--generate-cds-archive", "--strip-java-debug-attributes");

    LoadReport withArchive = run(jvm().java(java).option("-Xshare:on"));
    LoadReport without = run(jvm().java(java).option("-Xshare:off"));
    assertEquals(notInstalled(without), notInstalled(withArchive));
    assertEquals(without.report().installed(), withArchive.report().installed());
  }

  @Test
  void asManyMethodsAreInstalledWithADynamicArchive() throws IOException {
    Path archive = scratch.resolve("dynamic.jsa");
    run(jvm().option("-XX:ArchiveClassesAtExit=" + archive).option("-Xlog:disable"));

    assertInstalled(
        jvm()
            .option("-XX:SharedArchiveFile=" + archive)
            .options(List.of("-Xshare:on", "-Xlog:disable")));
  }

  /**
   * An archive that was dumped with other flags holds classes whose fields lie elsewhere, and the
   * VM takes it under the flags of the image, too: code that reads such a field would read another.
   */
  @Test
  void classesOfAnArchiveWithOtherOffsetsAreOthers() throws IOException {
    Path archive = scratch.resolve("other.jsa");
    Result dump =
        ChildJvm.bare()
            .options(List.of("-Xshare:dump", "-XX:-EnableContended"))
            .option("-XX:SharedArchiveFile=" + archive)
            .run("-version", List.of());
    assertEquals(0, dump.exitCode(), dump.err());

    ImageKit kit = new ImageKit(scratch);
    Path counting = kit.programJar("counting.jar", COUNTING);
    String cell = "java/util/concurrent/ConcurrentHashMap$CounterCell";
    Path cells =
        kit.jdkType("java/lang/Object")
            .jdkType(cell)
            .jdkMethod("java/util/concurrent/ConcurrentHashMap", "sumCount", "()J")
            .jdkMethod("java/util/concurrent/ConcurrentHashMap", "size", "()I")
            .jdkMethod(cell, "<init>", "(J)V")
            .image(List.of(loader, counting));

    String changed = ": class changed: java.util.concurrent.ConcurrentHashMap$CounterCell";
    List<String> allChanged =
        List.of(
            "java.util.concurrent.ConcurrentHashMap$CounterCell.<init>(J)V" + changed,
            "java.util.concurrent.ConcurrentHashMap.size()I" + changed,
            "java.util.concurrent.ConcurrentHashMap.sumCount()J" + changed);
    String dumped = "-XX:SharedArchiveFile=" + archive;
    LoadReport other = count(cells, counting, dumped);
    assertEquals(allChanged, other.missing("java.util.concurrent.ConcurrentHashMap"), other::json);
    // Where the archive is named, its classes are trusted, but for their layout.
    String digest = ArchiveFile.digest(archive, ImageReader.read(cells).layout()).orElseThrow();
    LoadReport named = count(cells, counting, dumped, "-Dpreheat.archive=" + digest);
    assertEquals(allChanged, named.missing("java.util.concurrent.ConcurrentHashMap"), named::json);
    LoadReport own = count(cells, counting, "-Xshare:auto");
    assertEquals(List.of(), own.missing("java.util.concurrent.ConcurrentHashMap"), own::json);
  }

  private LoadReport count(Path image, Path program, String... options) throws IOException {
    Path report = scratch.resolve("counting.json");
    Result result =
        jvm()
            .options(List.of(options))
            // That the archive was dumped without the options of this JVM, which it says in lines.
            .option("-Xlog:disable")
            .option("--add-opens=java.base/java.util.concurrent=ALL-UNNAMED")
            .option("-Dpreheat.image=" + image)
            .option("-Dpreheat.report=" + report)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(List.of(loader, program)))
            .run("Counting$Early", List.of());
    assertEquals(new Result(0, "42\n", ""), result);
    return LoadReport.of(result, report);
  }

  /** The same methods as in this JDK with its own archive. */
  private void assertInstalled(ChildJvm jvm) throws IOException {
    LoadReport expected = run(jvm());
    LoadReport found = run(jvm);

    assertEquals(List.of(NOT_LOADED), notInstalled(expected));
    assertTrue(expected.report().installed() > METHODS, expected::json);
    assertEquals(List.of(NOT_LOADED), notInstalled(found));
    assertEquals(expected.report().installed(), found.report().installed());
    assertEquals(0, found.report().rejected(), found::json);
  }

  private static List<String> notInstalled(LoadReport report) {
    return report.missing("").stream().filter(line -> !line.contains(": installed: ")).toList();
  }

  /** What the JIT has compiled would not be installed. */
  private static ChildJvm jvm() throws IOException {
    return ChildJvm.withOptions()
        .options(List.of("-XX:CompileCommand=quiet", "-XX:CompileCommand=exclude,*::*"));
  }

  private LoadReport run(ChildJvm jvm) throws IOException {
    Path report = scratch.resolve("report.json");
    Files.deleteIfExists(report);
    Result result =
        jvm.option("-Dpreheat.image=" + image)
            .option("-Dpreheat.report=" + report)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(List.of(loader, program)))
            .run("App$Early", List.of());
    assertEquals(new Result(0, OUTPUT, ""), result);
    return LoadReport.of(result, report);
  }
}
