// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import dev.preheat.hotspot.VmNumbers;
import dev.preheat.loader.check.VmLayout;
import java.util.ArrayList;
import jdk.internal.misc.Unsafe;

/**
 * The classes that a loader has defined, as Java keeps them: {@code ClassLoader.classes}, to which
 * the VM adds the mirror of each class in {@code SystemDictionary::define_instance_class}
 * (src/hotspot/share/classfile/systemDictionary.cpp), those of its archives, too. Nothing is ever
 * taken out of that list.
 */
public final class DefinedClasses {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long CLASSES = UNSAFE.objectFieldOffset(ClassLoader.class, "classes");

  private DefinedClasses() {}

  /**
   * All of them, in the order of their definition.
   *
   * @param seen how many the caller has seen
   * @return null when there are no others
   */
  public static Object[] of(ClassLoader loader, int seen) {
    ArrayList<?> classes = (ArrayList<?>) UNSAFE.getReference(loader, CLASSES);
    if (classes == null) {
      // An object that no constructor has made, as tests of programs like them.
      return null;
    }
    synchronized (classes) {
      return classes.size() == seen ? null : classes.toArray();
    }
  }

  /**
   * {@code InstanceKlass*} of a mirror from the list, 0 when the class is not loaded.
   *
   * <p>The VM marks a class as loaded a moment after it is in the list. If it should fail in
   * between, it frees the class at a safepoint, at which it clears the mirror's pointer first
   * ({@code InstanceKlass::deallocate_contents}); so where the pointer is there before and after
   * the state is read, the state is that of a class. One that is loaded stays as long as its
   * loader.
   */
  public static long loadedKlass(Object mirror, VmLayout layout) {
    long klass = UNSAFE.getLongVolatile(mirror, (long) layout.of[VmNumbers.MIRROR_KLASS]);
    return klass != 0
            && UNSAFE.getByteVolatile(null, klass + layout.of[VmNumbers.INSTANCE_KLASS_INIT_STATE])
                != 0
            && UNSAFE.getLongVolatile(mirror, (long) layout.of[VmNumbers.MIRROR_KLASS]) == klass
        ? klass
        : 0;
  }
}
