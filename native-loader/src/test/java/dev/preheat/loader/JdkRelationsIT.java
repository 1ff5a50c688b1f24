// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.ChildJvm.Result;
import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.Interfaces;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the compiler finds out about classes of the JDK is the same in every JVM of the same build,
 * but not where a module is patched.
 */
class JdkRelationsIT {

  private static final int METHODS = 8;

  /** Beginnings of the names of methods that read fields which Graal knows by name. */
  private static final String[] READERS = {
    "JdkRelations$Fields",
    "com.sun.crypto.provider.CipherB",
    "sun.security.provider.DigestBase.impl"
  };

  private static final String[] DIGESTS = {"MD5", "SHA-1", "SHA-256", "SHA-512", "SHA3-256"};

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
        kit.programJar(
            "program.jar", Files.readString(Path.of("src/test/programs/JdkRelations.java")));
    image =
        kit.type("Holder")
            .jdkType("java/lang/Class")
            .jdkType("java/lang/String")
            .jdkType("java/lang/ClassCastException")
            .jdkType("java/util/EventListener")
            .jdkType("java/util/Objects")
            .jdkType("java/util/StringJoiner")
            .method("JdkRelations", "assignable", "()Z")
            .method("JdkRelations", "inlined", "()Z")
            .method("JdkRelations", "throughJdk", "()Z")
            .method("JdkRelations", "array", "()Z")
            .method("JdkRelations", "field", "(LHolder;)Z")
            .method("JdkRelations", "returned", "()Z")
            .method("JdkRelations", "cast", "(Ljava/lang/Object;)Ljava/lang/String;")
            .method("JdkRelations", "independent", "(I)I")
            .jdkType("java/lang/ref/Reference")
            .jdkType("java/lang/ref/WeakReference")
            .jdkType("jdk/internal/util/Preconditions")
            .jdkType("sun/security/provider/MD5")
            .jdkType("sun/security/provider/SHA")
            .jdkType("sun/security/provider/SHA2")
            .jdkType("sun/security/provider/SHA3")
            .jdkType("sun/security/provider/SHA5")
            .jdkType("sun/security/util/ArrayUtil")
            .jdkType("com/sun/crypto/provider/AESCrypt")
            .jdkType("com/sun/crypto/provider/FeedbackCipher")
            .jdkType("com/sun/crypto/provider/SymmetricCipher")
            .jdkMethod("sun/security/provider/DigestBase", "implCompressMultiBlock", "([BII)I")
            .jdkMethod("com/sun/crypto/provider/CipherBlockChaining", "encrypt", "([BII[BI)I")
            .method(
                "JdkRelations$Fields",
                "referent",
                "(Ljava/lang/ref/WeakReference;)Ljava/lang/Object;")
            .image(List.of(loader, program));
  }

  @Test
  void theSameClassesAreTheSame() throws IOException {
    LoadReport report = run("JdkRelations", List.of());

    assertEquals("false false false false\nfalse false no cast\n8\n", report.run().out());
    report.assertCounts(METHODS, 0);
  }

  @Test
  void aPatchedClassTakesOutWhatItsShapeDecided() throws IOException {
    patch("java/util/StringJoiner", listener());
    LoadReport report = run("JdkRelations", patched());

    assertEquals("true true true true\ntrue true cast\n8\n", report.run().out());
    assertEquals(
        Stream.of(
                "array()Z",
                "assignable()Z",
                "cast(Ljava/lang/Object;)Ljava/lang/String;",
                "field(LHolder;)Z",
                "inlined()Z",
                "returned()Z",
                "throughJdk()Z")
            .map(method -> "JdkRelations." + method + ": class changed: java.util.StringJoiner")
            .toList(),
        report.missing("JdkRelations."));
    report.assertCounts(1, METHODS - 1);
  }

  /** Which fields Graal reads by their names, its code for a method of the JDK says. */
  @Test
  void fieldsThatTheCompilerKnowsByNameAreWhereTheyWere() throws IOException {
    LoadReport report = run("JdkRelations$Fields", List.of(), DIGESTS);

    assertEquals(List.of(), report.missing(READERS));
  }

  @Test
  void aFieldMoreTakesOutWhatReadsTheOthersByName() throws IOException {
    assumeTrue(isOn("UseSHA256Intrinsics", "UseAESIntrinsics"));
    patch("sun/security/provider/SHA2", field(ConstantDescs.CD_long));
    patch("com/sun/crypto/provider/AESCrypt", field(ConstantDescs.CD_long));
    // With a long its references would not be in one piece, as the VM takes for granted
    // (InstanceRefKlass::update_nonstatic_oop_maps, src/hotspot/share/oops/instanceRefKlass.cpp).
    patch("java/lang/ref/Reference", field(ConstantDescs.CD_int));
    LoadReport report = run("JdkRelations$Fields", patched(), DIGESTS);

    assertEquals(
        List.of(
            "JdkRelations$Fields.referent(Ljava/lang/ref/WeakReference;)Ljava/lang/Object;: class"
                + " changed: java.lang.ref.Reference",
            "com.sun.crypto.provider.CipherBlockChaining.encrypt([BII[BI)I: class changed:"
                + " com.sun.crypto.provider.AESCrypt",
            "sun.security.provider.DigestBase.implCompressMultiBlock([BII)I: class changed:"
                + " sun.security.provider.SHA2"),
        report.missing(READERS));
  }

  /** Graal's code for the one method asks which digest it is, and reads the fields of each. */
  @ParameterizedTest
  @CsvSource({
    "MD5, UseMD5Intrinsics",
    "SHA, UseSHA1Intrinsics",
    "SHA5, UseSHA512Intrinsics",
    "SHA3, UseSHA3Intrinsics"
  })
  void aFieldMoreOfAnyDigestTakesItOut(String type, String flag) throws IOException {
    assumeTrue(isOn(flag));
    patch("sun/security/provider/" + type, field(ConstantDescs.CD_long));
    LoadReport report = run("JdkRelations$Fields", patched(), DIGESTS);

    assertEquals(
        List.of(
            "sun.security.provider.DigestBase.implCompressMultiBlock([BII)I: class changed:"
                + " sun.security.provider."
                + type),
        report.missing(READERS));
  }

  /** Where the processor does not have them, nothing relies on those classes. */
  private static boolean isOn(String... names) throws IOException {
    String flags =
        ChildJvm.bare()
            .options(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+PrintFlagsFinal"))
            .program(List.of("-version"))
            .run()
            .out();
    return Stream.of(names)
        .allMatch(name -> Pattern.compile(name + " += true").matcher(flags).find());
  }

  private List<String> patched() {
    return List.of("--patch-module=java.base=" + scratch.resolve("patch"));
  }

  /** A class that is a listener, and nothing else. */
  private static ClassTransform listener() {
    return ClassTransform.dropping(Interfaces.class::isInstance)
        .andThen(
            ClassTransform.endHandler(
                type -> type.withInterfaceSymbols(ClassDesc.of("java.util.EventListener"))));
  }

  private static ClassTransform field(ClassDesc type) {
    return ClassTransform.endHandler(each -> each.withField("added", type, 0));
  }

  private void patch(String type, ClassTransform change) throws IOException {
    String name = type + ".class";
    Path file = scratch.resolve("patch").resolve(name);
    Files.createDirectories(file.getParent());
    ClassFile classes = ClassFile.of();
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name)) {
      Files.write(file, classes.transformClass(classes.parse(in.readAllBytes()), change));
    }
  }

  private LoadReport run(String main, List<String> options, String... arguments)
      throws IOException {
    Path report = scratch.resolve("report.json");
    Result result =
        ChildJvm.withOptions()
            .options(options)
            .option("-Dpreheat.image=" + image)
            .option("-Dpreheat.report=" + report)
            .option("-Dpreheat.install=before-main")
            .classPath(ImageKit.path(List.of(loader, program)))
            .run(main + "$Early", List.of(arguments));
    Result interpreted =
        ChildJvm.bare()
            .options(options)
            .option("-Xint")
            .classPath(program.toString())
            .run(main, List.of(arguments));

    assertEquals(interpreted, result);
    return LoadReport.of(result, report);
  }
}
