package dev.preheat.loader.hotspot;

import dev.preheat.format.image.ClassStructure;
import dev.preheat.format.image.ImageLayout.ClassEntry;
import jdk.internal.misc.Unsafe;

/**
 * The image's classes in this JVM. They are found by walking the lists of classes that the boot,
 * platform and application loader have defined ({@code ClassLoaderData::_klasses}); no loader is
 * asked for anything.
 *
 * <p>The lists grow at their heads, without a lock for readers. A class is in its list before it is
 * parsed completely, and a class whose definition fails is taken out and freed at a later safepoint
 * (src/hotspot/share/classfile/classLoaderData.cpp); so a class counts only once its state says
 * that it is loaded, and a list is read again from the oldest class that was not.
 */
final class ClassTable {

  /** States of a class of the image. */
  static final byte UNKNOWN = 0;

  static final byte SAME = 1;
  static final byte CHANGED = 2;
  static final byte DIFFERS = 3;

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int WORDS = ClassEntry.BYTES >> 2;
  private static final int MAXIMUM_DIMENSIONS = 255;

  private final LoadedImage image;
  private final VmLayout layout;
  private final ClassFiles files;
  private final int[] words;
  private final int first;
  private final ClassNames names;

  /** By class: {@code Klass*}, 0 while it is not known to be the same; read on the hot path. */
  final long[] klasses;

  /** By class: its state; an array's is {@link #SAME} at most, once it has been asked for. */
  final byte[] states;

  /** What {@link #files} said; null where nothing has to be asked. */
  private final byte[] fileStates;

  private final long[] loaders = new long[Tables.ROLES];
  private final long[] visited = new long[Tables.ROLES];
  private final int[] arrived;
  private int arrivals;

  /**
   * Creates the table, with no class in it.
   *
   * @param files compares the files of application classes, null when they are known to be the same
   */
  ClassTable(LoadedImage image, VmLayout layout, ClassFiles files) {
    this.image = image;
    this.layout = layout;
    this.files = files;
    words = image.words;
    first = image.start(Tables.CLASSES);
    names = new ClassNames(image, layout);
    klasses = new long[image.count(Tables.CLASSES)];
    states = new byte[klasses.length];
    fileStates = files == null ? null : new byte[klasses.length];
    arrived = new int[klasses.length];
    long object = UNSAFE.getLong(Object.class, (long) layout.mirrorKlass);
    ClassLoader app = ClassTable.class.getClassLoader();
    loaders[Tables.ROLE_BOOT] = UNSAFE.getLong(null, object + layout.klassClassLoaderData);
    loaders[Tables.ROLE_PLATFORM] = UNSAFE.getLong(app.getParent(), (long) layout.loaderData);
    loaders[Tables.ROLE_APP] = UNSAFE.getLong(app, (long) layout.loaderData);
  }

  /** Finds the classes that have been loaded since the last call; see {@link #takeArrived}. */
  void visitNew() {
    for (int role = 0; role < Tables.ROLES; role++) {
      long head = UNSAFE.getLongVolatile(null, loaders[role] + layout.classLoaderDataKlasses);
      if (head != visited[role]) {
        visited[role] = visit(head, visited[role], role);
      }
    }
  }

  /** A class of the image that has been found, each once; -1 when there is none any more. */
  int takeArrived() {
    return arrivals == 0 ? -1 : arrived[--arrivals];
  }

  /** State of a class; of an array, of its innermost element. Primitive types are in every JVM. */
  byte state(int type) {
    int instance = instance(type);
    byte state = states[instance];
    if (state == UNKNOWN && kind(instance) == Tables.CLASS_PRIMITIVE_ARRAY) {
      state = SAME;
    }
    if (state == SAME) {
      states[type] = SAME;
    }
    return state;
  }

  /**
   * Whether a class is, or will be when it is loaded, the one that the compiler saw. Code may rely
   * on the shape of a class, say the offset of a field, that need not be loaded yet: no instance of
   * it exists until it is.
   */
  boolean isFileSame(int type) {
    int instance = instance(type);
    return states[instance] == SAME || (states[instance] == UNKNOWN && !isChanged(instance));
  }

  /** {@code Klass*} of a class, 0 when it is not loaded. Makes array classes. */
  long klass(int type) {
    long klass = klasses[type];
    if (klass != 0 || kind(type) == Tables.CLASS_INSTANCE) {
      return klass;
    }
    if (kind(type) == Tables.CLASS_PRIMITIVE_ARRAY) {
      klass = klassOf(primitive(element(type)).arrayType());
    } else if (kind(type) != Tables.CLASS_OBJECT_ARRAY) {
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
   * {@code InstanceKlass*} of a class that is loaded.
   *
   * @throws IndexOutOfBoundsException when it is an array or not loaded
   */
  long instanceKlass(int type) {
    long klass = klasses[type];
    if (klass == 0 || kind(type) != Tables.CLASS_INSTANCE) {
      throw new IndexOutOfBoundsException(type);
    }
    return klass;
  }

  /** The mirror of a class that is loaded. */
  Class<?> mirror(int type) {
    long klass = klass(type);
    if (klass == 0) {
      throw new IndexOutOfBoundsException(type);
    }
    long handle = UNSAFE.getLong(null, klass + layout.klassJavaMirror);
    // Right for collectors without load barriers only; the compiler makes no variant for others.
    return (Class<?>) UNSAFE.getUncompressedObject(handle);
  }

  /** State byte of a class that is loaded ({@code InstanceKlass::ClassState}). */
  int initState(int type) {
    return UNSAFE.getByteVolatile(null, instanceKlass(type) + layout.instanceKlassInitState);
  }

  /** The instance class that has to be loaded for this one to be there. */
  int instance(int type) {
    int instance = type;
    for (int i = 0; kind(instance) == Tables.CLASS_OBJECT_ARRAY; i++) {
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
  String name(int type) {
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

  /** Walks from the newest class of a list to the oldest that has been seen. */
  private long visit(long head, long seen, int role) {
    long next = head;
    long complete = head;
    while (next != 0 && next != seen) {
      long klass = next;
      next = UNSAFE.getLong(null, klass + layout.klassNextLink);
      // Array classes have a negative layout helper; an instance class that is not parsed, zero.
      int layoutHelper = UNSAFE.getInt(null, klass + layout.klassLayoutHelper);
      if (layoutHelper > 0
          && UNSAFE.getByteVolatile(null, klass + layout.instanceKlassInitState) != 0) {
        int type = names.find(UNSAFE.getLong(null, klass + layout.klassName), role);
        if (type >= 0 && states[type] == UNKNOWN) {
          identify(type, klass, layoutHelper);
        }
      } else if (layoutHelper >= 0) {
        complete = next;
      }
    }
    return complete;
  }

  /** Compares a class that has been found with the one that the image was compiled from. */
  private void identify(int type, long klass, int layoutHelper) {
    long constants = UNSAFE.getLong(null, klass + layout.instanceKlassConstants);
    long methods = UNSAFE.getLong(null, klass + layout.instanceKlassMethods);
    long structure =
        ClassStructure.hash(
            UNSAFE.getInt(null, constants + layout.constantPoolLength),
            layoutHelper,
            UNSAFE.getInt(null, klass + layout.klassVtableLength),
            UNSAFE.getInt(null, klass + layout.instanceKlassItableLength),
            UNSAFE.getInt(null, methods));
    int entry = first + type * WORDS;
    if (isChanged(type)) {
      states[type] = CHANGED;
    } else if (structure != image.u8(entry + (ClassEntry.STRUCTURE >> 2))) {
      states[type] = DIFFERS;
    } else {
      klasses[type] = klass;
      states[type] = SAME;
    }
    arrived[arrivals++] = type;
  }

  /** Whether an application class's file is another one; each file is looked at once. */
  private boolean isChanged(int type) {
    if (files == null || !isApplication(type)) {
      return false;
    }
    if (fileStates[type] == UNKNOWN) {
      fileStates[type] = files.isSame(type) ? SAME : CHANGED;
    }
    return fileStates[type] == CHANGED;
  }

  private boolean isApplication(int type) {
    return (words[first + type * WORDS + (ClassEntry.ROLE >> 2)] & 0xFF) == Tables.ROLE_APP;
  }

  private int kind(int type) {
    return words[first + type * WORDS + (ClassEntry.ROLE >> 2)] >> 8 & 0xFF;
  }

  private int element(int type) {
    return words[first + type * WORDS + (ClassEntry.ELEMENT >> 2)];
  }

  private long klassOf(Class<?> type) {
    return UNSAFE.getLong(type, (long) layout.mirrorKlass);
  }
}
