// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.check;

import dev.preheat.format.classpath.CentralDirectory;
import dev.preheat.format.image.layout.ImageLayout;
import dev.preheat.format.image.layout.ImageLayout.ContainerLayout;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.format.image.model.KindNumber;
import dev.preheat.loader.image.LoadedImage;
import java.io.File;
import java.io.IOException;

/**
 * Is the class path the one that the image was made for? When it is, every class file on it is, and
 * classes that the VM took from its archive need not be looked at. More entries at the end do no
 * harm.
 */
public final class ClassPath {

  private static final int WORDS = ContainerLayout.BYTES >> 2;

  private ClassPath() {}

  /**
   * The class path of this JVM.
   *
   * @param isAgent whether this module runs as an agent: its jar is not in the property then
   */
  public static String path(boolean isAgent) {
    String path = System.getProperty("java.class.path", "");
    return isAgent ? OwnJar.path() + File.pathSeparatorChar + path : path;
  }

  /**
   * Whether all class files of a class path are those of the image; no when that is not quickly
   * told.
   */
  public static boolean isSame(LoadedImage image, String path) {
    File[] containers = new File[image.count(TableNumber.CONTAINERS)];
    int start = 0;
    for (int i = 0; i < containers.length; i++) {
      int entry = image.start(TableNumber.CONTAINERS) + i * WORDS;
      int parent = image.words[entry + (ContainerLayout.PARENT >> 2)];
      if (parent != ImageLayout.NONE) {
        String name = image.text(entry + (ContainerLayout.NAME_OFFSET >> 2));
        // Only plain relative paths; others are URLs.
        if (parent >= i || name.indexOf(':') >= 0 || name.indexOf('%') >= 0) {
          return false;
        }
        containers[i] = new File(containers[parent].getAbsoluteFile().getParentFile(), name);
      } else if (start > path.length()) {
        return false;
      } else {
        int end = path.indexOf(File.pathSeparatorChar, start);
        end = end < 0 ? path.length() : end;
        containers[i] = new File(start == end ? "." : path.substring(start, end));
        start = end + 1;
      }
      if (!isSame(image, entry, containers[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether a jar is the one that a container was. */
  private static boolean isSame(LoadedImage image, int container, File file) {
    int kind = image.words[container + (ContainerLayout.KIND >> 2)];
    if (kind == KindNumber.CONTAINER_ABSENT) {
      return !file.exists();
    }
    if (kind != KindNumber.CONTAINER_JAR
        || file.length() != image.u8(container + (ContainerLayout.SIZE >> 2))) {
      return false;
    }
    try {
      return CentralDirectory.read(file).checksum()
          == image.u8(container + (ContainerLayout.CHECKSUM >> 2));
    } catch (IOException e) {
      return false;
    }
  }
}
