// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image;

import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ContainerKind;
import dev.preheat.format.image.model.ExternalKind;
import dev.preheat.format.image.model.FactKind;
import dev.preheat.format.image.model.FactPhase;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.CallSiteAppendix;
import dev.preheat.format.image.model.ImageModel.ClassInfo;
import dev.preheat.format.image.model.ImageModel.ClassMirror;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.CodeRelocation;
import dev.preheat.format.image.model.ImageModel.Container;
import dev.preheat.format.image.model.ImageModel.Fact;
import dev.preheat.format.image.model.ImageModel.InLibjvm;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.KlassRelocation;
import dev.preheat.format.image.model.ImageModel.MachineCode;
import dev.preheat.format.image.model.ImageModel.MethodInfo;
import dev.preheat.format.image.model.ImageModel.MethodRelocation;
import dev.preheat.format.image.model.ImageModel.MethodSubject;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.image.model.ImageModel.PrimitiveMirror;
import dev.preheat.format.image.model.ImageModel.ResolvedReferences;
import dev.preheat.format.image.model.ImageModel.StreamRelocation;
import dev.preheat.format.image.model.ImageModel.StringConstant;
import dev.preheat.format.image.model.ImageModel.Stub;
import dev.preheat.format.image.model.ImageModel.StubEntry;
import dev.preheat.format.image.model.ImageModel.Subject;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.hotspot.VmField;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A small image that has one of everything. */
public final class SampleImage {

  static final ClassSymbol STRING = new ClassSymbol(ClassRole.BOOT, "java/lang/String");
  static final ClassSymbol STRINGS = new ClassSymbol(ClassRole.BOOT, "[Ljava/lang/String;");
  public static final ClassSymbol INTS = new ClassSymbol(ClassRole.BOOT, "[I");
  public static final ClassSymbol MAIN = new ClassSymbol(ClassRole.APP, "demo/Main");
  public static final MethodSymbol HASH_CODE = new MethodSymbol(STRING, "hashCode", "()I");
  public static final MethodSymbol LENGTH = new MethodSymbol(STRING, "length", "()I");
  static final MethodSymbol RUN = new MethodSymbol(MAIN, "run", "([Ljava/lang/String;)V");
  public static final String DIGEST = "0123456789abcdef".repeat(4);

  private SampleImage() {}

  public static ImageModel model() {
    return new ImageModel(
        new TreeMap<>(Map.of("java.vm.version", "25.0.3+9-LTS", "os.arch", "amd64")),
        layout(),
        List.of(
            new Container("demo.jar", ImageLayout.NONE, ContainerKind.JAR, 4711, -5L),
            new Container("lib/util.jar", 0, ContainerKind.ABSENT, 0, 0)),
        new TreeMap<>(
            Map.of(
                STRING, new ClassInfo(ImageLayout.NONE, -7L, 11, ""),
                STRINGS, new ClassInfo(ImageLayout.NONE, 0, 0, ""),
                INTS, new ClassInfo(ImageLayout.NONE, 0, 0, ""),
                MAIN, new ClassInfo(0, 42, 43, DIGEST))),
        new TreeMap<>(
            Map.of(
                HASH_CODE, new MethodInfo(0x00050006, 60),
                LENGTH, new MethodInfo(0x00050007, 11),
                RUN, new MethodInfo(0x00010002, 65535))),
        List.of(
            new Variant("x86-64-v3 G1", facts(), records(32)),
            new Variant("x86-64-v3 Serial", List.of(), records(17))));
  }

  public static ImageModel with(ImageModel model, List<Variant> variants) {
    return new ImageModel(
        model.properties(),
        model.layout(),
        model.containers(),
        model.classes(),
        model.methods(),
        variants);
  }

  public static InstallRecord withSubject(InstallRecord record, Subject subject) {
    return new InstallRecord(
        subject,
        record.body(),
        record.relocations(),
        record.objects(),
        record.dependencies(),
        record.initialized(),
        record.weight());
  }

  static SortedMap<VmField, Integer> layout() {
    SortedMap<VmField, Integer> layout = new TreeMap<>();
    for (VmField field : VmField.values()) {
      layout.put(field, 8 * field.number());
    }
    return layout;
  }

  private static List<Fact> facts() {
    return List.of(
        new Fact("UseG1GC", FactKind.EQUAL_1, FactPhase.START, 0x1234567L, 1),
        new Fact(
            "VM_Version::_features", FactKind.SUPERSET_8, FactPhase.CONFIGURED, 0x1234000L, -1L));
  }

  private static List<InstallRecord> records(int codeSize) {
    StubEntry stub = new StubEntry("exception handler");
    InstallRecord stubRecord =
        new InstallRecord(
            new Stub(stub.name()),
            new MachineCode(bytes(24, 1), bytes(codeSize, 2), bytes(0, 0), 8, 16),
            List.of(
                new StreamRelocation(
                    3, new InLibjvm(ExternalKind.ADDRESS, "JVMCIRuntime::exception", 0x99L)),
                new CodeRelocation(
                    2, new InLibjvm(ExternalKind.ROUTINE, "StubRoutines::_crc32", 0x77L))),
            List.of(),
            new TreeSet<>(),
            new TreeSet<>(),
            0);
    InstallRecord methodRecord =
        new InstallRecord(
            new MethodSubject(RUN, false),
            new MachineCode(bytes(41, 3), bytes(codeSize + 8, 4), bytes(5, 5), 16, 48),
            List.of(
                new KlassRelocation(0, STRINGS),
                new MethodRelocation(8, LENGTH),
                new StreamRelocation(33, stub),
                new CodeRelocation(17, new CallSiteAppendix(RUN, 65530))),
            List.of(
                new StringConstant("h\u00e9llo \ud83d\ude00"),
                new ClassMirror(INTS),
                new PrimitiveMirror('V'),
                new ResolvedReferences(MAIN),
                new StringConstant("")),
            new TreeSet<>(List.of(MAIN, STRING)),
            new TreeSet<>(List.of(STRING)),
            1_000_000_007L);
    return List.of(stubRecord, methodRecord);
  }

  private static byte[] bytes(int length, int seed) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (seed + 31 * i);
    }
    return bytes;
  }
}
