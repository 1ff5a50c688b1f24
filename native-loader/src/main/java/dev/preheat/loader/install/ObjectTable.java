// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import dev.preheat.format.image.layout.ImageLayout.ObjectEntry;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.format.image.model.KindNumber;
import dev.preheat.hotspot.VmNumbers;
import dev.preheat.loader.check.VmLayout;
import dev.preheat.loader.image.LoadedImage;
import java.util.Arrays;
import jdk.internal.misc.Unsafe;

/** The object constants of an image. */
public final class ObjectTable {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int WORDS = ObjectEntry.BYTES >> 2;

  private final LoadedImage image;
  private final VmLayout layout;
  private final ClassTable classes;
  private final int first;
  private final Object[] objects;

  public ObjectTable(LoadedImage image, VmLayout layout, ClassTable classes) {
    this.image = image;
    this.layout = layout;
    this.classes = classes;
    first = image.start(TableNumber.OBJECTS);
    objects = new Object[image.count(TableNumber.OBJECTS)];
  }

  /** The class that must be there for the object to be there, -1 for none. */
  int type(int object) {
    int entry = first + object * WORDS;
    return switch (image.words[entry]) {
      case KindNumber.OBJECT_CLASS_MIRROR, KindNumber.OBJECT_RESOLVED_REFERENCES ->
          image.words[entry + (ObjectEntry.FIRST >> 2)];
      default -> -1;
    };
  }

  /** Whether the class must be linked, too. */
  boolean needsLinkedType(int object) {
    return image.words[first + object * WORDS] == KindNumber.OBJECT_RESOLVED_REFERENCES;
  }

  /**
   * The object; its class must be there.
   *
   * @return null for the resolved references of a class that has none
   */
  Object object(int object) {
    Object found = objects[object];
    if (found == null) {
      found = find(first + object * WORDS);
      // A class that is redefined gets other resolved references, though it may be the same.
      if (!needsLinkedType(object)) {
        objects[object] = found;
      }
    }
    return found;
  }

  /** Lets go of all objects. */
  public void forget() {
    Arrays.fill(objects, null);
  }

  private Object find(int entry) {
    int a = image.words[entry + (ObjectEntry.FIRST >> 2)];
    return switch (image.words[entry]) {
      case KindNumber.OBJECT_STRING -> image.text(entry + (ObjectEntry.FIRST >> 2)).intern();
      case KindNumber.OBJECT_CLASS_MIRROR -> classes.mirror(a);
      case KindNumber.OBJECT_PRIMITIVE_MIRROR -> ClassTable.primitive(a);
      case KindNumber.OBJECT_RESOLVED_REFERENCES -> resolvedReferences(classes.constants(a));
      default -> throw new IndexOutOfBoundsException(entry);
    };
  }

  private Object resolvedReferences(long constants) {
    long cache = UNSAFE.getLong(null, constants + layout.of[VmNumbers.CONSTANT_POOL_CACHE]);
    long handle =
        cache == 0
            ? 0
            : UNSAFE.getLong(
                null, cache + layout.of[VmNumbers.CONSTANT_POOL_CACHE_RESOLVED_REFERENCES]);
    return handle == 0 ? null : UNSAFE.getUncompressedObject(handle);
  }
}
