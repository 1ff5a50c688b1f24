// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.ChildJvm.Result;
import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The loader looks for classes while definitions fail in all loaders, and while the VM frees what
 * failed. The build does so for some seconds; {@code -Dpreheat.definitions=<rounds>} for longer.
 */
class DefinitionsIT {

  private static final int ROUNDS = Integer.getInteger("preheat.definitions", 300);

  @TempDir private static Path directory;
  private static Path agent;
  private static Path broken;
  private static List<Path> classPath;
  private static Path image;

  @BeforeAll
  static void buildImage() throws IOException {
    ImageKit kit = new ImageKit(directory);
    agent =
        kit.agentJar(
            "definitions.jar",
            "Definitions",
            Files.readString(Path.of("src/test/programs/Definitions.java")));
    Path app =
        kit.programJar("program.jar", Files.readString(Path.of("src/test/programs/App.java")));
    classPath = List.of(kit.loaderJar(), app, agent);
    // It overrides a final method, which the VM notices when the class is in its lists already.
    broken =
        Files.write(
            directory.resolve("broken.class"),
            ClassFile.of()
                .build(
                    ClassDesc.of("Definitions$Redefined"),
                    type ->
                        type.withMethodBody(
                            "getClass",
                            MethodTypeDesc.of(ConstantDescs.CD_Class),
                            ClassFile.ACC_PUBLIC,
                            code -> code.aconst_null().areturn())));
    // The last one waits for its class for ever, and the loader for it.
    kit.type("Definitions$Twice")
        .jdkMethod("java/lang/Math", "floorMod", "(II)I")
        .method("Definitions", "attempt", "(LDefinitions$Definition;)V")
        .method("App$Late", "getAsInt", "()I");
    image = kit.image(classPath);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xshare:auto", "-Xshare:off", "-XX:+ClassUnloadingWithConcurrentMark"})
  void definitionsThatFailDoNoHarm(String option) throws IOException {
    Path file = directory.resolve("report.json");
    Files.deleteIfExists(file);
    Result without = run(List.of(option, "-Dpreheat.mode=off"));
    LoadReport report =
        LoadReport.of(
            run(List.of(option, "-Dpreheat.image=" + image, "-Dpreheat.report=" + file)), file);

    // Six threads; of each kind two, whose last class is another one each time.
    String output = (12 * ROUNDS - 2) + " failed, " + (2 * ROUNDS + 2) + " defined, 1\n";
    assertEquals(new Result(0, output, ""), without);
    assertEquals(new Result(0, output, ""), report.run());
    assertEquals("class not loaded: App$Late", report.of("App$Late.getAsInt()I"));
    report.assertCounts(2, 0);
  }

  private static Result run(List<String> options) throws IOException {
    List<String> all = new ArrayList<>(options);
    // The VM stops all threads every millisecond.
    all.add("-XX:GuaranteedSafepointInterval=1");
    all.add("-Xmx256m");
    // Then it polls all the time that the program runs.
    all.add("-Dpreheat.install=before-main");
    all.add("-javaagent:" + agent);
    return ChildJvm.withOptions()
        .options(all)
        .classPath(ImageKit.path(classPath))
        .runMain("Definitions", Integer.toString(ROUNDS), broken.toString());
  }
}
