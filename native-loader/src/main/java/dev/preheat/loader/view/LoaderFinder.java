// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.view;

import java.util.function.Supplier;
import jdk.internal.misc.Unsafe;

/**
 * Finds class loaders of the program without asking them: the context class loaders of its threads,
 * their parents, and, where this module runs as an agent, the loaders of all classes.
 */
final class LoaderFinder {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** A list of all classes takes a few milliseconds. */
  private static final int ALL_CLASSES_MILLIS = 500;

  private static final int MORE_THREADS = 16;

  private final Supplier<Class<?>[]> allClasses;
  private final ClassLoader application = LoaderFinder.class.getClassLoader();
  private final ThreadGroup threads;
  private final long contextOffset;
  private int lastMillis = -ALL_CLASSES_MILLIS;

  /**
   * Creates a finder.
   *
   * @param allClasses every class of the JVM, or null where nobody knows
   */
  LoaderFinder(Supplier<Class<?>[]> allClasses) {
    this.allClasses = allClasses;
    // The getter can be overridden.
    contextOffset = UNSAFE.objectFieldOffset(Thread.class, "contextClassLoader");
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    threads = group;
  }

  /** Gives all that are found to a receiver; some of them again and again. */
  void find(int uptimeMillis, OtherLoaders to) {
    Thread[] all = new Thread[threads.activeCount() + MORE_THREADS];
    int count = threads.enumerate(all);
    for (int i = 0; i < count; i++) {
      addWithParents((ClassLoader) UNSAFE.getReference(all[i], contextOffset), to);
    }
    if (allClasses != null && uptimeMillis - lastMillis >= ALL_CLASSES_MILLIS) {
      lastMillis = uptimeMillis;
      ClassLoader last = null;
      for (Class<?> type : allClasses.get()) {
        ClassLoader loader = type.getClassLoader();
        if (loader != last) {
          last = loader;
          addWithParents(loader, to);
        }
      }
    }
  }

  private void addWithParents(ClassLoader first, OtherLoaders to) {
    ClassLoader loader = first;
    while (loader != null && loader != application && loader != application.getParent()) {
      to.add(loader);
      loader = loader.getParent();
    }
  }
}
