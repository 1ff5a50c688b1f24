// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.preheat.format.image.SampleImage;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ContainerKind;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.ClassInfo;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.Container;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.MethodInfo;
import dev.preheat.format.image.model.ImageModel.MethodSubject;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.image.model.ImageModel.Stub;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.hotspot.VmField;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler could get wrong in a model is noticed before a file appears. */
class RefusedModelTest {
  private static final String NOT_READ =
      "no image can hold this model: the image: the image is " + "damaged: ";
  private static final String NOT_READ_END =
      ". Build it again (mvn package -Pnative) and copy it as a binary file.";

  @TempDir Path directory;

  private SortedMap<VmField, Integer> layout;
  private List<Container> containers;
  private SortedMap<ClassSymbol, ClassInfo> classes;
  private SortedMap<MethodSymbol, MethodInfo> methods;
  private List<InstallRecord> records;

  @BeforeEach
  void copySample() {
    ImageModel model = SampleImage.model();
    layout = new TreeMap<>(model.layout());
    containers = new ArrayList<>(model.containers());
    classes = new TreeMap<>(model.classes());
    methods = new TreeMap<>(model.methods());
    records = new ArrayList<>(model.variants().get(0).records());
  }

  private void assertRefused(String message) {
    ImageModel model =
        new ImageModel(
            new TreeMap<>(),
            layout,
            containers,
            classes,
            methods,
            List.of(new Variant("v", List.of(), records)));
    Path file = directory.resolve("app.so");

    Exception e = assertThrows(IllegalArgumentException.class, () -> ImageFile.write(model, file));

    assertEquals(message, e.getMessage());
    assertFalse(Files.exists(file));
  }

  @Test
  void aNumberAboutTheVmIsMissing() {
    layout.remove(VmField.KLASS_NAME);
    assertRefused("no value for Klass::_name");
  }

  @Test
  void aClassIsMissing() {
    classes.remove(SampleImage.INTS);
    assertRefused("the image does not describe [I");
  }

  @Test
  void theComponentOfAnArrayIsMissing() {
    classes.put(new ClassSymbol(ClassRole.APP, "[[Z"), new ClassInfo(-1, 0, 0, ""));
    assertRefused("the image does not describe [Z");
  }

  @Test
  void aMethodIsMissing() {
    methods.remove(SampleImage.LENGTH);
    assertRefused("the image does not describe java.lang.String.length()I");
  }

  @Test
  void twoMethodsHaveTheSameKey() {
    methods.put(SampleImage.LENGTH, methods.get(SampleImage.HASH_CODE));
    assertRefused("java.lang.String.hashCode()I and java.lang.String.length()I have the same key");
  }

  @Test
  void aStubIsMissing() {
    records.remove(0);
    assertRefused("the image does not describe exception handler");
  }

  @Test
  void aStubIsThereTwice() {
    records.add(0, records.get(0));
    assertRefused("two stubs of the name exception handler");
  }

  @Test
  void aMethodIsThereTwice() {
    records.add(records.get(1));
    assertRefused(
        NOT_READ + "RECORDS[2]: demo.Main.run([Ljava/lang/String;)V is there twice" + NOT_READ_END);
  }

  @Test
  void aStubComesAfterTheMethodThatCallsIt() {
    records.add(records.remove(0));
    assertRefused(
        NOT_READ
            + "RELOCATIONS[2]: the stub exception handler is not installed before record 0 that"
            + " needs it"
            + NOT_READ_END);
  }

  @Test
  void aStubComesAfterAMethod() {
    InstallRecord stub = records.get(0);
    records.add(SampleImage.withSubject(stub, new Stub("late")));
    assertRefused(NOT_READ + "RECORDS[2]: stubs come before methods" + NOT_READ_END);
  }

  @Test
  void aDigestIsTooShort() {
    classes.put(SampleImage.MAIN, new ClassInfo(0, 42, 43, "00"));
    assertRefused("no SHA-256: 00");
  }

  @Test
  void aMethodIsTooLong() {
    methods.put(SampleImage.LENGTH, new MethodInfo(0x00050007, 0x10000));
    assertRefused("no image can hold this model: it reads back with other methods");
  }

  @Test
  void aDigestIsInUpperCase() {
    classes.put(SampleImage.MAIN, new ClassInfo(0, 42, 43, SampleImage.DIGEST.replace('a', 'A')));
    assertRefused("no image can hold this model: it reads back with other classes");
  }

  @Test
  void aContainerIsNamedByALaterOne() {
    containers.add(0, new Container("x", 1, ContainerKind.JAR, 0, 0));
    assertRefused(NOT_READ + "CONTAINERS[0]: names entry 1 of 0 in CONTAINERS" + NOT_READ_END);
  }

  @Test
  void anArrayHasAMethod() {
    MethodSymbol method = new MethodSymbol(SampleImage.INTS, "clone", "()Ljava/lang/Object;");
    methods.put(method, new MethodInfo(1, 1));
    records.add(SampleImage.withSubject(records.get(1), new MethodSubject(method, false)));
    assertRefused(NOT_READ + "CLASSES[0]: an array has no methods" + NOT_READ_END);
  }
}
