// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import dev.preheat.format.image.layout.ImageLayout.ClassEntry;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.format.image.model.KindNumber;
import dev.preheat.hotspot.VmNumbers;
import dev.preheat.hotspot.content.ClassContent;
import dev.preheat.hotspot.content.ClassVersion;
import dev.preheat.loader.check.ClassPath;
import dev.preheat.loader.check.NamedArchive;
import dev.preheat.loader.check.NativeMemory;
import dev.preheat.loader.check.VmLayout;
import dev.preheat.loader.image.LoadedImage;
import jdk.internal.misc.Unsafe;

/**
 * Is a class of this JVM the one that the compiler saw? What the VM holds is compared, whether an
 * agent has transformed it, another module patched it or somebody else defined it, or an archive
 * has kept it from an older jar. Only classes of a {@link NamedArchive} are not compared as a
 * whole, those of the program if it was made with the image and {@link ClassPath} has found the
 * class path to be the image's. How their objects are laid out is compared all the same: that
 * depends on flags of the JVM which dumped the archive, and the VM takes it under others.
 */
public final class ClassIdentity {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final LoadedImage image;
  private final VmLayout layout;

  /** Reads classes. */
  final ClassContent contents;

  private final boolean isProgramTrusted;
  private final int first;
  private final long archiveBase;
  private final long archiveTop;
  private final long redefinedCount;

  /**
   * For one image in one JVM.
   *
   * @param isClassPathSame whether every class file of the class path is the image's
   */
  public ClassIdentity(
      LoadedImage image, VmLayout layout, NamedArchive archive, boolean isClassPathSame) {
    this.image = image;
    this.layout = layout;
    isProgramTrusted = isClassPathSame && archive.isOfProgram;
    contents =
        new ClassContent(new NativeMemory(), image.words, image.start(TableNumber.VM_LAYOUT));
    first = image.start(TableNumber.CLASSES);
    archiveBase = archive.base;
    archiveTop = archive.top;
    redefinedCount = UNSAFE.objectFieldOffset(Class.class, "classRedefinedCount");
  }

  /**
   * How often a class or a superclass of it has been redefined; the VM counts in the mirror
   * (src/hotspot/share/prims/jvmtiRedefineClasses.cpp, increment_class_counter). Addresses say
   * nothing: constants and methods of a new version may lie where those of an old one did.
   */
  int redefinitions(long klass) {
    long handle = UNSAFE.getLong(null, klass + layout.of[VmNumbers.KLASS_JAVA_MIRROR]);
    // A class of the archive gets its mirror when it is in the list already.
    Object mirror = handle == 0 ? null : UNSAFE.getUncompressedObject(handle);
    return mirror == null ? 0 : UNSAFE.getIntVolatile(mirror, redefinedCount);
  }

  /**
   * Compares a class. One that is being linked by another thread may seem to differ.
   *
   * @param type index of the class in the image
   */
  boolean isSame(int type, ClassVersion version) {
    int entry = first + type * (ClassEntry.BYTES >> 2);
    boolean isTrusted =
        isProgramTrusted
            || (image.words[entry + (ClassEntry.ROLE >> 2)] & 0xFF) != KindNumber.ROLE_APP;
    return (isTrusted && isArchived(version))
        ? contents.shape(version.klass()) == image.u8(entry + (ClassEntry.SHAPE >> 2))
        : contents.of(version) == image.u8(entry + (ClassEntry.CONTENT >> 2));
  }

  private boolean isArchived(ClassVersion version) {
    return isInArchive(version.klass())
        && isInArchive(version.constants())
        && isInArchive(version.methods());
  }

  private boolean isInArchive(long address) {
    return address >= archiveBase && address < archiveTop;
  }
}
