package dev.preheat.loader.hotspot;

import dev.preheat.format.image.ImageLayout.MethodEntry;
import jdk.internal.misc.Unsafe;

/**
 * The image's methods in this JVM. Within a class that is the same, a method is known by the
 * constant-pool indices of its name and descriptor.
 */
final class Methods {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int WORDS = MethodEntry.BYTES >> 2;
  private static final int INVOKEDYNAMIC = 0xBA;

  /** Bytecodes::_invokehandle, which the VM makes of calls of signature polymorphic methods. */
  private static final int INVOKEHANDLE = 0xE9;

  private static final int TOP_TIER = 4;

  private final LoadedImage image;
  private final VmLayout layout;
  private final ClassTable classes;
  private final int first;
  private final long[] methods;

  Methods(LoadedImage image, VmLayout layout, ClassTable classes) {
    this.image = image;
    this.layout = layout;
    this.classes = classes;
    first = image.start(Tables.METHODS);
    methods = new long[image.count(Tables.METHODS)];
  }

  /** The class of a method. */
  int holder(int method) {
    return image.words[entry(method)];
  }

  /** {@code Method*} of a method whose class is loaded, 0 when the class has no such method. */
  long method(int method) {
    long found = methods[method];
    if (found == 0) {
      found = find(method);
      methods[method] = found;
    }
    return found;
  }

  /** Whether the JIT has compiled a method at the highest tier. */
  boolean isCompiled(long method) {
    long nmethod = UNSAFE.getAddress(method + layout.methodCode);
    return nmethod != 0 && UNSAFE.getByte(nmethod + layout.nmethodCompLevel) == TOP_TIER;
  }

  /** The nmethod that runs when a method is called, 0 for none. */
  long code(long method) {
    return UNSAFE.getAddress(method + layout.methodCode);
  }

  /**
   * Where the appendix of an {@code invokedynamic}, or of a call of a signature polymorphic method,
   * lies in its class's array of resolved references, in bytes from the start of the array object;
   * -1 when there is no such instruction. The class must be linked: linking replaces the operand of
   * the instruction by the index of a {@code ResolvedIndyEntry} or {@code ResolvedMethodEntry}
   * (src/hotspot/share/interpreter/rewriter.cpp).
   */
  long appendix(int method, long bytecodeIndex) {
    int codeSize = image.words[entry(method) + (MethodEntry.CODE_SIZE >> 2)] & 0xFFFF;
    if (bytecodeIndex < 0 || bytecodeIndex > codeSize - 1 - Short.BYTES) {
      return -1;
    }
    long found = method(method);
    if (found == 0) {
      return -1;
    }
    long constMethod = UNSAFE.getAddress(found + layout.methodConstMethod);
    long instruction = constMethod + layout.constMethodBytecode + bytecodeIndex;
    long constants =
        UNSAFE.getAddress(classes.instanceKlass(holder(method)) + layout.instanceKlassConstants);
    long cache = UNSAFE.getAddress(constants + layout.constantPoolCache);
    int opcode = UNSAFE.getByte(instruction) & 0xFF;
    int reference;
    if (opcode == INVOKEDYNAMIC && bytecodeIndex <= codeSize - 1 - Integer.BYTES) {
      reference = dynamicReference(cache, UNSAFE.getIntUnaligned(null, instruction + 1));
    } else if (opcode == INVOKEHANDLE) {
      reference = handleReference(cache, UNSAFE.getShortUnaligned(null, instruction + 1) & 0xFFFF);
    } else {
      return -1;
    }
    return reference < 0 ? -1 : layout.objectArrayBase + (long) reference * layout.referenceBytes;
  }

  private int dynamicReference(long cache, int index) {
    long entries = UNSAFE.getAddress(cache + layout.cacheResolvedIndyEntries);
    if (entries == 0 || index < 0 || index >= UNSAFE.getInt(entries)) {
      return -1;
    }
    long entry = entries + layout.arrayOfIndyEntriesData + (long) index * layout.indyEntryBytes;
    return UNSAFE.getShort(entry + layout.indyEntryResolvedReferencesIndex) & 0xFFFF;
  }

  private int handleReference(long cache, int index) {
    long entries = UNSAFE.getAddress(cache + layout.cacheResolvedMethodEntries);
    if (entries == 0 || index >= UNSAFE.getInt(entries)) {
      return -1;
    }
    long entry = entries + layout.arrayOfMethodEntriesData + (long) index * layout.methodEntryBytes;
    return UNSAFE.getShort(entry + layout.methodEntryResolvedReferencesIndex) & 0xFFFF;
  }

  /** Name of a method: class, name and descriptor. */
  String name(int method) {
    int entry = entry(method);
    return classes.name(holder(method)).replace('/', '.')
        + "."
        + image.text(entry + (MethodEntry.NAME_OFFSET >> 2))
        + image.text(entry + (MethodEntry.DESCRIPTOR_OFFSET >> 2));
  }

  private int entry(int method) {
    if (method < 0 || method >= methods.length) {
      throw new IndexOutOfBoundsException(method);
    }
    return first + method * WORDS;
  }

  private long find(int method) {
    int entry = entry(method);
    int key = image.words[entry + (MethodEntry.KEY >> 2)];
    int sizeAndHint = image.words[entry + (MethodEntry.CODE_SIZE >> 2)];
    long klass = classes.instanceKlass(image.words[entry]);
    long array = UNSAFE.getAddress(klass + layout.instanceKlassMethods);
    int count = UNSAFE.getInt(array);
    long start = array + layout.arrayOfMethodsData;
    int hint = sizeAndHint >>> 16;
    if (hint < count && isMethod(start, hint, key, sizeAndHint & 0xFFFF)) {
      return UNSAFE.getAddress(start + ((long) hint << 3));
    }
    for (int i = 0; i < count; i++) {
      if (isMethod(start, i, key, sizeAndHint & 0xFFFF)) {
        return UNSAFE.getAddress(start + ((long) i << 3));
      }
    }
    return 0;
  }

  private boolean isMethod(long start, int index, int key, int codeSize) {
    long method = UNSAFE.getAddress(start + ((long) index << 3));
    long constMethod = UNSAFE.getAddress(method + layout.methodConstMethod);
    return UNSAFE.getIntUnaligned(null, constMethod + layout.constMethodNameIndex) == key
        && (UNSAFE.getShort(constMethod + layout.constMethodCodeSize) & 0xFFFF) == codeSize;
  }
}
