// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed;

import java.net.URL;
import java.net.URLClassLoader;

/** Defines the classes of a package itself, whatever its parent has. */
final class ChildFirst extends URLClassLoader {
  private final String prefix;

  /**
   * Creates one.
   *
   * @param prefix of the names of the classes that are its own
   */
  ChildFirst(String prefix, URL jar, ClassLoader parent) {
    super(new URL[] {jar}, parent);
    this.prefix = prefix;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(prefix)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }
}
