// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.preheat.format.fuzz.Fuzzing;
import dev.preheat.loader.view.LoaderTarget;
import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.ChildJvm.Result;
import dev.preheat.testkit.ImageKit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Images that are damaged, with a checksum that fits, are refused, or their records rejected. */
class LoaderFuzzIT {

  /** A change of a record, one of a relocation, one of a list, and one of the header. */
  private static final byte[] SEED = {
    12, 0, 0, 1, 0, 0, 0, 0, 7, //
    13, 1, 0, 0, 8, 0, 0, 0, 1, //
    14, 3, 0, 0, 4, 0, 0, 0, 16, //
    16, 1, 0, 0, 96, 0, 0, 0, 8
  };

  @TempDir private static Path directory;
  private static List<Path> classPath;
  private static List<String> options;

  @BeforeAll
  static void buildImage() throws IOException {
    ImageKit kit = new ImageKit(directory);
    Path program =
        kit.programJar("program.jar", Files.readString(Path.of("src/test/programs/App.java")));
    classPath = List.of(kit.loaderJar(), program);
    kit.type("App$Shape")
        .jdkType("java/lang/Object")
        .jdkType("java/lang/String")
        .jdkType("java/util/HashMap$Node")
        .jdkType("java/util/Arrays")
        .method("App", "sum", "([I)I")
        .method("App$Late", "getAsInt", "()I")
        .jdkMethod("java/lang/Math", "floorMod", "(II)I")
        .jdkMethod("java/lang/Boolean", "toString", "(Z)Ljava/lang/String;")
        .jdkMethod("java/util/ArrayList", "grow", "(I)[Ljava/lang/Object;")
        .jdkMethod(
            "java/util/HashMap",
            "putVal",
            "(ILjava/lang/Object;Ljava/lang/Object;ZZ)Ljava/lang/Object;");
    Path image = kit.image(classPath);
    options = new ArrayList<>(ChildJvm.loaderOptions());
    options.add("-Dpreheat.fuzz.image=" + image);
  }

  @Test
  void imagesOfTheCorpus() throws IOException {
    List<String> corpus = new ArrayList<>();
    corpus.add(Files.write(directory.resolve("none"), new byte[0]).toString());
    corpus.add(Files.write(directory.resolve("seed"), SEED).toString());
    for (Path input : Fuzzing.corpus(LoaderTarget.class)) {
      corpus.add(input.toAbsolutePath().toString());
    }
    assertTrue(corpus.size() > 2);

    Result result =
        ChildJvm.bare()
            .options(options)
            .option("-Xmx256m")
            .classPath(
                ImageKit.path(classPath)
                    + File.pathSeparator
                    + System.getProperty("java.class.path"))
            .run(LoaderTarget.class.getName(), corpus);

    assertEquals(new Result(0, corpus.size() + " inputs\n", ""), result);
  }

  @Test
  @EnabledIfSystemProperty(named = Fuzzing.SECONDS, matches = "[1-9].*")
  void fuzzImages() throws IOException, InterruptedException {
    Fuzzing.Outcome outcome = Fuzzing.run(LoaderTarget.class, SEED, options, classPath);

    assertEquals("", outcome.finding());
    assertTrue(outcome.inputs() > 0);
  }
}
