// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import dev.preheat.format.image.layout.ImageLayout.ClassEntry;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.format.image.model.KindNumber;
import dev.preheat.hotspot.VmNumbers;
import dev.preheat.loader.check.VmLayout;
import dev.preheat.loader.image.LoadedImage;
import jdk.internal.misc.Unsafe;

/**
 * The image's classes in this JVM. They are found in the lists of classes that the boot and the
 * platform loader and one of the program's have defined ({@link BootClasses}, {@link
 * DefinedClasses}); no loader is asked for anything.
 */
public final class ClassTable {

  /** States of a class of the image. */
  public static final byte UNKNOWN = 0;

  public static final byte SAME = 1;
  static final byte CHANGED = 2;

  /** It is there, and has not been compared yet, or cannot be while it is being linked. */
  static final byte FOUND = 3;

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int WORDS = ClassEntry.BYTES >> 2;
  private static final int MAXIMUM_DIMENSIONS = 255;

  private final LoadedImage image;
  private final VmLayout layout;
  private final ClassIdentity identity;
  private final int[] words;
  private final int first;
  private final ClassNames names;

  /** By class: {@code Klass*}, 0 while it is not known to be the same; read on the hot path. */
  final long[] klasses;

  /** By class: its state; an array's is {@link #SAME} at most, once it has been asked for. */
  public final byte[] states;

  /** By class: {@code Klass*} once it is found, whether it is the same or not. */
  private final long[] found;

  /** By class: how often it had been redefined when it was compared. */
  private final int[] redefinitions;

  private final ClassVersions versions;
  private final BootClasses boot;
  private final ClassLoader platform = ClassTable.class.getClassLoader().getParent();

  /** By role: how many of its loader's classes need not be looked at any more. */
  private final int[] seen = new int[KindNumber.ROLES];

  private final int[] arrived;
  private int arrivals;

  /**
   * Creates the table, with no class in it.
   *
   * @param identity compares classes
   */
  public ClassTable(InstallContext parts, ClassIdentity identity) {
    image = parts.image();
    layout = parts.layout();
    boot = parts.boot();
    this.identity = identity;
    versions = new ClassVersions(parts, identity.contents);
    words = image.words;
    first = image.start(TableNumber.CLASSES);
    names = new ClassNames(image, layout);
    klasses = new long[image.count(TableNumber.CLASSES)];
    states = new byte[klasses.length];
    found = new long[klasses.length];
    redefinitions = new int[klasses.length];
    arrived = new int[klasses.length];
  }

  /**
   * Finds the classes that have been loaded since the last call; see {@link #takeArrived}.
   *
   * @param loader whose classes are those of the application, always the same; it is not kept
   */
  public void visitNew(ClassLoader loader) {
    boot.look();
    for (int i = seen[KindNumber.ROLE_BOOT]; i < boot.count(); i++) {
      arrive(boot.type(i), boot.klass(i));
    }
    seen[KindNumber.ROLE_BOOT] = boot.count();
    visit(platform, KindNumber.ROLE_PLATFORM);
    visit(loader, KindNumber.ROLE_APP);
  }

  /** A class of the image that has been found, each once; -1 when there is none any more. */
  public int takeArrived() {
    return arrivals == 0 ? -1 : arrived[--arrivals];
  }

  /** State of a class; of an array, of its innermost element. Primitive types are in every JVM. */
  public byte state(int type) {
    int instance = instance(type);
    byte state = states[instance];
    if (state == FOUND) {
      compare(instance);
      state = states[instance];
    } else if (state == UNKNOWN && kind(instance) == KindNumber.CLASS_PRIMITIVE_ARRAY) {
      state = SAME;
    }
    if (state == SAME) {
      states[type] = SAME;
    }
    return state;
  }

  /**
   * Whether a class that was the same has been redefined since; then it has to be compared again.
   * An agent may do so at any time.
   */
  public boolean isRedefined(int type) {
    long klass = found[type];
    if (klass == 0 || identity.redefinitions(klass) == redefinitions[type]) {
      return false;
    }
    klasses[type] = 0;
    states[type] = FOUND;
    return true;
  }

  /** {@code Klass*} of a class, 0 when it is not there or another one. Makes array classes. */
  long klass(int type) {
    long klass = klasses[type];
    if (klass == 0 && states[type] == FOUND) {
      state(type);
      klass = klasses[type];
    }
    if (klass != 0 || kind(type) == KindNumber.CLASS_INSTANCE) {
      return klass;
    }
    if (kind(type) == KindNumber.CLASS_PRIMITIVE_ARRAY) {
      klass = klassOf(primitive(element(type)).arrayType());
    } else if (kind(type) != KindNumber.CLASS_OBJECT_ARRAY) {
      throw new IndexOutOfBoundsException(type);
    } else if (klass(instance(type)) == 0) {
      return 0;
    } else {
      klass = klassOf(mirror(element(type)).arrayType());
    }
    klasses[type] = klass;
    return klass;
  }

  /**
   * {@code ConstantPool*} of a class that is the same. It stays, whatever is done to the class.
   *
   * @throws IllegalStateException when it is an array or not the same
   */
  long constants(int type) {
    checkInstance(type);
    return versions.constants(type);
  }

  /**
   * {@code Array<Method*>*} of a class that is the same. It stays, and what is in it, whatever is
   * done to the class.
   *
   * @throws IllegalStateException when it is an array or not the same
   */
  long methodArray(int type) {
    checkInstance(type);
    return versions.methods(type);
  }

  /** The mirror of a class that is loaded. */
  Class<?> mirror(int type) {
    long klass = klass(type);
    if (klass == 0) {
      throw notLoaded(type);
    }
    long handle = UNSAFE.getLong(null, klass + layout.of[VmNumbers.KLASS_JAVA_MIRROR]);
    // Right for collectors without load barriers only; the compiler makes no variant for others.
    return (Class<?>) UNSAFE.getUncompressedObject(handle);
  }

  /** State byte of a class that is loaded ({@code InstanceKlass::ClassState}). */
  public int initState(int type) {
    long klass = found[type];
    if (klass == 0) {
      throw notLoaded(type);
    }
    return UNSAFE.getByteVolatile(null, klass + layout.of[VmNumbers.INSTANCE_KLASS_INIT_STATE]);
  }

  /** The instance class that has to be loaded for this one to be there. */
  int instance(int type) {
    int instance = type;
    for (int i = 0; kind(instance) == KindNumber.CLASS_OBJECT_ARRAY; i++) {
      if (i == MAXIMUM_DIMENSIONS) {
        throw new IndexOutOfBoundsException(type);
      }
      instance = element(instance);
    }
    return instance;
  }

  /** First of the class's methods in the image. */
  int firstMethod(int type) {
    return words[first + type * WORDS + (ClassEntry.FIRST_METHOD >> 2)];
  }

  /** How many methods of the class the image names. */
  int methods(int type) {
    return words[first + type * WORDS + (ClassEntry.METHODS >> 2)];
  }

  /** Name of a class, as in the image. */
  public String name(int type) {
    return image.text(first + type * WORDS + (ClassEntry.NAME_OFFSET >> 2));
  }

  /** The class of a primitive type, by its descriptor. */
  static Class<?> primitive(int descriptor) {
    return switch (descriptor) {
      case 'Z' -> boolean.class;
      case 'B' -> byte.class;
      case 'C' -> char.class;
      case 'S' -> short.class;
      case 'I' -> int.class;
      case 'J' -> long.class;
      case 'F' -> float.class;
      case 'D' -> double.class;
      case 'V' -> void.class;
      default -> throw new IndexOutOfBoundsException(descriptor);
    };
  }

  private void visit(ClassLoader loader, int role) {
    Object[] mirrors = DefinedClasses.of(loader, seen[role]);
    if (mirrors == null) {
      return;
    }
    int unfinished = mirrors.length;
    for (int i = mirrors.length - 1; i >= seen[role]; i--) {
      long klass = DefinedClasses.loadedKlass(mirrors[i], layout);
      if (klass == 0) {
        unfinished = i;
        continue;
      }
      int type = names.find(UNSAFE.getLong(null, klass + layout.of[VmNumbers.KLASS_NAME]), role);
      if (type >= 0) {
        arrive(type, klass);
      }
    }
    seen[role] = unfinished;
  }

  private void arrive(int type, long klass) {
    if (states[type] == UNKNOWN) {
      found[type] = klass;
      states[type] = FOUND;
      arrived[arrivals++] = type;
    }
  }

  /** Compares a class that has been found with the one that the image was compiled from. */
  private void compare(int type) {
    long klass = found[type];
    boolean isLinked = initState(type) >= layout.of[VmNumbers.STATE_LINKED];
    boolean isSame;
    do {
      redefinitions[type] = identity.redefinitions(klass);
      isSame = identity.isSame(type, versions.keep(type, klass));
    } while (identity.redefinitions(klass) != redefinitions[type]);
    if (isSame) {
      klasses[type] = klass;
      states[type] = SAME;
    } else if (isLinked) {
      states[type] = CHANGED;
    }
  }

  private void checkInstance(int type) {
    if (klasses[type] == 0 || kind(type) != KindNumber.CLASS_INSTANCE) {
      throw notLoaded(type);
    }
  }

  private static IllegalStateException notLoaded(int type) {
    return new IllegalStateException("class " + type + " of the image is not loaded");
  }

  private int kind(int type) {
    return words[first + type * WORDS + (ClassEntry.ROLE >> 2)] >> 8 & 0xFF;
  }

  private int element(int type) {
    return words[first + type * WORDS + (ClassEntry.ELEMENT >> 2)];
  }

  private long klassOf(Class<?> type) {
    return UNSAFE.getLong(type, (long) layout.of[VmNumbers.MIRROR_KLASS]);
  }
}
