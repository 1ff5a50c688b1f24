// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.image.read;

import dev.preheat.format.image.layout.ImageFormatException;
import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.ImageLayout.Property;
import dev.preheat.format.image.layout.Table;
import dev.preheat.format.image.model.ContainerKind;
import dev.preheat.format.image.model.ImageModel;
import dev.preheat.format.image.model.ImageModel.Container;
import dev.preheat.hotspot.VmField;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads an image back into its model, for tools; the loader reads the bytes by itself. Nothing in
 * the file is believed: every offset, count, index and kind is checked, so that a damaged file is
 * refused with a message and never harms. Memory is in proportion to the size of the file.
 */
public final class ImageReader {

  private final Region region;

  private ImageReader(Region region) {
    this.region = region;
  }

  /**
   * Reads an image.
   *
   * @throws ImageFormatException if the file cannot be read, is no image, one of another version,
   *     or damaged
   */
  public static ImageModel read(Path file) throws ImageFormatException {
    ImageBytes bytes = ImageBytes.read(file);
    return read(file.toString(), bytes.region(), bytes.code());
  }

  /**
   * Reads where things lie in the VM that made an image, and checks no other table.
   *
   * @throws ImageFormatException as {@link #read(Path)}
   */
  public static SortedMap<VmField, Integer> readLayout(Path file) throws ImageFormatException {
    ImageBytes bytes = ImageBytes.read(file);
    return new ImageReader(new Region(file.toString(), bytes.region(), bytes.code())).layout();
  }

  /**
   * Reads an image from its two parts.
   *
   * @param name of the image, for messages
   * @throws ImageFormatException if it is no image, one of another version, or damaged
   */
  public static ImageModel read(String name, byte[] region, byte[] code)
      throws ImageFormatException {
    return new ImageReader(new Region(name, region, code)).read(code);
  }

  private ImageModel read(byte[] code) throws ImageFormatException {
    SortedMap<String, String> properties = properties();
    SortedMap<VmField, Integer> layout = layout();
    List<Container> containers = containers();
    SymbolReader symbols = new SymbolReader(region, containers.size());
    ConstantReader constants = new ConstantReader(region, symbols);
    ImageModel model =
        new ImageModel(
            properties,
            layout,
            containers,
            symbols.classMap(),
            symbols.methodMap(),
            new RecordReader(region, code, symbols, constants).read());
    region.strings().checkAllUsed();
    return model;
  }

  private SortedMap<String, String> properties() throws ImageFormatException {
    SortedMap<String, String> properties = new TreeMap<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < region.count(Table.PROPERTIES); i++) {
      Entry entry = region.entry(Table.PROPERTIES, i);
      String name = entry.name(Property.NAME_OFFSET);
      entry.checkAfter(names, name);
      names.add(name);
      properties.put(name, entry.text(Property.VALUE_OFFSET));
    }
    return Collections.unmodifiableSortedMap(properties);
  }

  private SortedMap<VmField, Integer> layout() throws ImageFormatException {
    VmField[] fields = VmField.values();
    if (region.count(Table.VM_LAYOUT) != fields.length) {
      throw region.damaged("it does not have " + fields.length + " numbers about the VM");
    }
    SortedMap<VmField, Integer> layout = new TreeMap<>();
    for (VmField field : fields) {
      layout.put(field, region.entry(Table.VM_LAYOUT, field.number()).u4(0));
    }
    return Collections.unmodifiableSortedMap(layout);
  }

  private List<Container> containers() throws ImageFormatException {
    List<Container> containers = new ArrayList<>();
    for (int i = 0; i < region.count(Table.CONTAINERS); i++) {
      Entry entry = region.entry(Table.CONTAINERS, i);
      int parent = entry.u4(ImageLayout.ContainerLayout.PARENT);
      if (parent != ImageLayout.NONE) {
        entry.checkIndex(parent, i, Table.CONTAINERS);
      }
      containers.add(
          new Container(
              entry.text(ImageLayout.ContainerLayout.NAME_OFFSET),
              parent,
              entry.choice(entry.u4(ImageLayout.ContainerLayout.KIND), ContainerKind.values()),
              entry.size(entry.u8(ImageLayout.ContainerLayout.SIZE)),
              entry.u8(ImageLayout.ContainerLayout.CHECKSUM)));
    }
    return List.copyOf(containers);
  }
}
