package dev.preheat.maven.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.preheat.format.elf.ElfReader;
import dev.preheat.format.image.ClassRole;
import dev.preheat.format.image.ContainerKind;
import dev.preheat.format.image.FactKind;
import dev.preheat.format.image.ImageFile;
import dev.preheat.format.image.ImageLayout;
import dev.preheat.format.image.ImageModel;
import dev.preheat.format.image.ImageModel.Body;
import dev.preheat.format.image.ImageModel.ClassInfo;
import dev.preheat.format.image.ImageModel.ClassMirror;
import dev.preheat.format.image.ImageModel.ClassSymbol;
import dev.preheat.format.image.ImageModel.CodeAddressPatch;
import dev.preheat.format.image.ImageModel.Container;
import dev.preheat.format.image.ImageModel.Fact;
import dev.preheat.format.image.ImageModel.InstallRecord;
import dev.preheat.format.image.ImageModel.KlassPatch;
import dev.preheat.format.image.ImageModel.LibjvmWord;
import dev.preheat.format.image.ImageModel.MethodInfo;
import dev.preheat.format.image.ImageModel.MethodPatch;
import dev.preheat.format.image.ImageModel.MethodSymbol;
import dev.preheat.format.image.ImageModel.PrimitiveMirror;
import dev.preheat.format.image.ImageModel.ResolvedReferences;
import dev.preheat.format.image.ImageModel.Root;
import dev.preheat.format.image.ImageModel.StreamAddressPatch;
import dev.preheat.format.image.ImageModel.StringConstant;
import dev.preheat.format.image.ImageModel.Stub;
import dev.preheat.format.image.ImageModel.StubEntry;
import dev.preheat.format.image.ImageModel.Variant;
import dev.preheat.format.image.ImageReader;
import dev.preheat.format.image.VmField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectTest {
  private static final ClassSymbol MAIN = new ClassSymbol(ClassRole.APP, "com/acme/Main");
  private static final ClassSymbol STRING = new ClassSymbol(ClassRole.BOOT, "java/lang/String");
  private static final MethodSymbol RUN = new MethodSymbol(MAIN, "run", "()V");
  private static final MethodSymbol RUNNER = new MethodSymbol(MAIN, "runner", "()V");
  private static final MethodSymbol LENGTH = new MethodSymbol(STRING, "length", "()I");
  private static final String DIGEST = "0123456789abcdef".repeat(4);

  @TempDir private Path directory;

  @Test
  void showsWhatAnImageWasMadeForAndWhatIsInIt() throws IOException {
    Path file = directory.resolve("demo.so");
    ImageFile.write(image(), "demo.so", file);

    List<String> lines =
        ImageText.of(ImageReader.read(file), ElfReader.read(file), Files.size(file));

    assertEquals(
        """
        Image demo.so, format version %d
          %s bytes, build id %s
          2 classes and 3 methods are named in it
        Made for the JVM with
          java.vm.version = 25.0.3+9-LTS
          os.arch = amd64
        Class path
           0 demo.jar: jar, 4,711 bytes, checksum 00000000000000ff
           1 lib/util.jar: absent, 0 bytes, checksum 0000000000000000, named by the manifest of 0
        Variant x86-64-v3 G1
          Fingerprint: 1 facts about the JVM
            VM_Version::_features: superset 8 0x1f at libjvm + 0x1234
          1 runtime stubs: 32 bytes of code, 0 of data, 24 of install streams
                  32 bytes, weight 0: exception handler
          2 methods: 56 bytes of code, 5 of data, 82 of install streams
                  40 bytes, weight 1,000: com.acme.Main.run()V
                  16 bytes, weight 7: com.acme.Main.runner()V
        """
            .formatted(
                ImageLayout.VERSION,
                "%,d".formatted(Files.size(file)),
                ElfReader.read(file).buildId()),
        String.join("\n", lines) + "\n");
  }

  @Test
  void showsOneMethodWithItsRelocationsAndAssumptions() {
    assertEquals(
        """
        com.acme.Main.run()V
          method 2 of 3 in variant x86-64-v3 G1, weight 1,000
          40 bytes of code, 5 of data aligned to 16, 41 of install stream, frame of 48 bytes
          4 relocations
            stream + 0x0000: class java.lang.String
            stream + 0x0008: method java.lang.String.length()I
            stream + 0x0021: stub exception handler
            code + 0x0011: value StubRoutines::_crc32
          4 object constants
            string "a\\tb"
            class mirror java.lang.String
            primitive mirror V
            resolved references com.acme.Main
          relies on the files of 2 classes
            java.lang.String: the JDK's own
            com.acme.Main: SHA-256 %s
          assumes 1 classes to be initialised
            java.lang.String
        """
            .formatted(DIGEST),
        String.join("\n", MethodText.of(image(), "com.acme.Main.run()V")) + "\n");
  }

  @Test
  void aNameOrAPartOfItFindsMethods() {
    assertEquals(
        List.of("com.acme.Main.run()V", "com.acme.Main.runner()V"),
        MethodText.matching(image(), "Main.run"));
    assertEquals(
        List.of("com.acme.Main.run()V"), MethodText.matching(image(), "com.acme.Main.run()V"));
    assertEquals(List.of(), MethodText.matching(image(), "Main.walk"));
  }

  private static ImageModel image() {
    SortedMap<VmField, Integer> layout = new TreeMap<>();
    for (VmField field : VmField.values()) {
      layout.put(field, 1);
    }
    return new ImageModel(
        new TreeMap<>(Map.of("java.vm.version", "25.0.3+9-LTS", "os.arch", "amd64")),
        layout,
        List.of(
            new Container("demo.jar", ImageLayout.NONE, ContainerKind.JAR, 4711, 0xFF),
            new Container("lib/util.jar", 0, ContainerKind.ABSENT, 0, 0)),
        new TreeMap<>(
            Map.of(
                STRING, new ClassInfo(ImageLayout.NONE, 1, ""),
                MAIN, new ClassInfo(0, 2, DIGEST))),
        new TreeMap<>(
            Map.of(
                RUN, new MethodInfo(1, 10, 0),
                RUNNER, new MethodInfo(2, 10, 1),
                LENGTH, new MethodInfo(3, 10, 2))),
        List.of(
            new Variant(
                "x86-64-v3 G1",
                List.of(new Fact("VM_Version::_features", FactKind.SUPERSET_8, 0x1234, 0x1f)),
                List.of(stub(), run(), runner()))));
  }

  private static InstallRecord stub() {
    return new InstallRecord(
        new Stub("exception handler"),
        new Body(new byte[24], new byte[32], new byte[0], 8, 16),
        List.of(),
        List.of(),
        new TreeSet<>(),
        new TreeSet<>(),
        0);
  }

  private static InstallRecord run() {
    return new InstallRecord(
        new Root(RUN),
        new Body(new byte[41], new byte[40], new byte[5], 16, 48),
        List.of(
            new KlassPatch(0, STRING),
            new MethodPatch(8, LENGTH),
            new StreamAddressPatch(33, new StubEntry("exception handler")),
            new CodeAddressPatch(17, new LibjvmWord("StubRoutines::_crc32", 0x77))),
        List.of(
            new StringConstant("a\tb"),
            new ClassMirror(STRING),
            new PrimitiveMirror('V'),
            new ResolvedReferences(MAIN)),
        new TreeSet<>(List.of(MAIN, STRING)),
        new TreeSet<>(List.of(STRING)),
        1000);
  }

  private static InstallRecord runner() {
    return new InstallRecord(
        new Root(RUNNER),
        new Body(new byte[41], new byte[16], new byte[0], 8, 16),
        List.of(),
        List.of(),
        new TreeSet<>(List.of(MAIN)),
        new TreeSet<>(),
        7);
  }
}
