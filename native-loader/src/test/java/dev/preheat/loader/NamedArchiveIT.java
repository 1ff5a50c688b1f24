// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.format.image.read.ImageReader;
import dev.preheat.hotspot.VmField;
import dev.preheat.hotspot.archive.ArchiveFile;
import dev.preheat.loader.check.MappedArchive;
import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.ChildJvm.Result;
import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive has the same digest in its file and in the JVM that has mapped it. */
class NamedArchiveIT {

  private static final String MAIN = MappedArchive.class.getName();
  private static final String NOTHING = "of the JDK:\n";
  private static final String OF_THE_JDK = "of the JDK: String\n";
  private static final String OF_THE_PROGRAM = "of the program: String MappedArchive\n";

  @TempDir private static Path directory;
  private static String classPath;
  private static Path image;
  private static Map<VmField, Integer> layout;
  @TempDir private Path scratch;

  @BeforeAll
  static void buildImage() throws IOException {
    ImageKit kit = new ImageKit(directory);
    Path loader = kit.loaderJar();
    classPath = ImageKit.path(List.of(loader, kit.testJar("test.jar", MappedArchive.class)));
    kit.jdkType("java/lang/Object").jdkMethod("java/lang/Math", "floorMod", "(II)I");
    image = kit.image(List.of(loader));
    layout = ImageReader.read(image).layout();
  }

  /** Relocated, which is the default, and where it was dumped for. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void theArchiveOfTheJdkIsTheImagesWhereverItLies(int mode) throws IOException {
    assertEquals(
        OF_THE_JDK,
        print(jvm("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=" + mode)));
  }

  @Test
  void thereNeedBeNoArchive() throws IOException {
    assertEquals(NOTHING, print(jvm("-Xshare:off")));
  }

  /** One that was dumped with other flags; dumped once more it is the same again. */
  @Test
  void anotherArchiveIsNotTheImages() throws IOException {
    Path archive = dump("other.jsa");
    String digest = digest(archive).orElseThrow();
    ChildJvm other = jvm("-XX:SharedArchiveFile=" + archive);

    assertEquals(NOTHING, print(other));
    assertEquals("of the program: String\n", print(other, digest));
    assertEquals(NOTHING, print(other, digest.replace(digest.charAt(0), 'x')));
    assertEquals(digest, digest(dump("again.jsa")).orElseThrow());
  }

  @Test
  void anAotCacheHasClassesOfTheProgram() throws IOException {
    Path cache = cache("program.aot");
    String digest = digest(cache).orElseThrow();
    ChildJvm cached = jvm("-XX:AOTCache=" + cache);

    assertEquals(NOTHING, print(cached));
    assertEquals(OF_THE_PROGRAM, print(cached, digest));
  }

  /** It says of its own classes nothing, and of those of the archive below what that one does. */
  @Test
  void aDynamicArchiveIsNotNamed() throws IOException {
    Path archive = scratch.resolve("dynamic.jsa");
    print(jvm("-XX:ArchiveClassesAtExit=" + archive));

    assertEquals(Optional.empty(), digest(archive));
    assertEquals(OF_THE_JDK, print(jvm("-XX:SharedArchiveFile=" + archive, "-Xshare:on")));
  }

  /** Every bit is in one of the sums, or is looked at. */
  @Test
  void aDamagedFileHasNoDigest() throws IOException {
    Path archive = dump("sound.jsa");
    byte[] sound = Files.readAllBytes(archive);
    ByteBuffer header = ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN);
    int regions = layout.get(VmField.FILE_MAP_HEADER_REGIONS);
    int used = regions + layout.get(VmField.FILE_MAP_REGION_USED);
    int second = layout.get(VmField.FILE_MAP_REGION_BYTES);
    int start = (int) header.getLong(regions + 24);
    int end = (int) header.getLong(regions + second + 24) + header.getInt(used + second);
    for (int at : new int[] {0, 4, 12, 13, 300, used, start, start + 1000, end - 1}) {
      byte[] damaged = sound.clone();
      damaged[at] ^= 1;
      assertEquals(Optional.empty(), digest(Files.write(archive, damaged)), "at " + at);
    }
    for (int length : new int[] {0, 11, regions + 1, end - 1}) {
      Files.write(archive, Arrays.copyOf(sound, length));
      assertEquals(Optional.empty(), digest(archive), length + " bytes");
    }
  }

  private Path dump(String name) throws IOException {
    Path archive = scratch.resolve(name);
    Result result =
        ChildJvm.bare()
            .options(List.of("-Xshare:dump", "-XX:-EnableContended", "-Xlog:disable"))
            .option("-XX:SharedArchiveFile=" + archive)
            .run("-version", List.of());
    assertEquals(0, result.exitCode(), result::toString);
    return archive;
  }

  private Path cache(String name) throws IOException {
    Path cache = scratch.resolve(name);
    ChildJvm training = jvm().option("-XX:AOTCacheOutput=" + cache);
    Result result = training.classPath(classPath).run(MAIN, List.of(image.toString()));
    assertEquals(0, result.exitCode(), result::toString);
    return cache;
  }

  private static Optional<String> digest(Path archive) throws IOException {
    return ArchiveFile.digest(archive, layout);
  }

  private static ChildJvm jvm(String... options) throws IOException {
    return ChildJvm.withOptions().option("-Xlog:disable").options(List.of(options));
  }

  private static String print(ChildJvm jvm, String... digest) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(image.toString()));
    arguments.addAll(List.of(digest));
    Result result = jvm.classPath(classPath).run(MAIN, arguments);
    assertEquals(0, result.exitCode(), result::toString);
    return result.out();
  }
}
