// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.image;

import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.model.ClassRole;
import dev.preheat.format.image.model.ContainerKind;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.ClassInfo;
import dev.preheat.format.image.model.ImageModel.ClassSymbol;
import dev.preheat.format.image.model.ImageModel.Container;
import dev.preheat.format.image.model.ImageModel.InstallRecord;
import dev.preheat.format.image.model.ImageModel.MachineCode;
import dev.preheat.format.image.model.ImageModel.MethodInfo;
import dev.preheat.format.image.model.ImageModel.MethodSymbol;
import dev.preheat.format.image.model.ImageModel.Stub;
import dev.preheat.format.image.model.ImageModel.Variant;
import dev.preheat.format.image.write.ImageFile;
import dev.preheat.hotspot.VmField;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds images that name symbols but hold no code. */
public final class TestImage {

  private final SortedMap<String, String> properties = new TreeMap<>();
  private final SortedMap<VmField, Integer> layout = new TreeMap<>();
  private final List<Container> containers = new ArrayList<>();
  private final List<InstallRecord> records = new ArrayList<>();
  private final SortedMap<ClassSymbol, ClassInfo> classes = new TreeMap<>();
  private final SortedMap<MethodSymbol, MethodInfo> methods = new TreeMap<>();

  /** An image with a layout in which every field has another value. */
  public TestImage() {
    for (VmField field : VmField.values()) {
      layout.put(field, 2 * field.number());
    }
  }

  /** Expects a system property of the JVM. */
  public TestImage property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  /** Names an entry of the class path. */
  public TestImage container(String name, ContainerKind kind, long size, long checksum) {
    containers.add(new Container(name, ImageLayout.NONE, kind, size, checksum));
    return this;
  }

  /** Names an entry of a manifest's class path. */
  public TestImage child(String name, int parent, long size, long checksum) {
    containers.add(new Container(name, parent, ContainerKind.JAR, size, checksum));
    return this;
  }

  /** Names an application class. */
  public TestImage type(String name, int container, String digest) {
    ClassSymbol symbol = new ClassSymbol(ClassRole.APP, name);
    classes.put(symbol, new ClassInfo(container, 0, 0, digest));
    return this;
  }

  /** A stub, with bytes that nobody runs. */
  TestImage stub(String name, byte[] stream, byte[] code, byte[] data) {
    records.add(
        new InstallRecord(
            new Stub(name),
            new MachineCode(stream, code, data, 8, 16),
            List.of(),
            List.of(),
            Collections.emptySortedSet(),
            Collections.emptySortedSet(),
            0));
    return this;
  }

  /** Writes the image. */
  public Path write(Path file) throws IOException {
    List<Variant> variants =
        records.isEmpty() ? List.of() : List.of(new Variant("v", List.of(), records));
    ImageFile.write(
        new ImageModel(properties, layout, containers, classes, methods, variants), file);
    return file;
  }

  /** Writes the image and reads it as the loader does. */
  public LoadedImage load(Path file) throws IOException {
    return LoadedImage.open(write(file).toString(), Pin.NONE);
  }
}
