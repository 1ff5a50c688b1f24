// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.check;

import dev.preheat.hotspot.VmNumbers;
import dev.preheat.loader.image.LoadedImage;
import dev.preheat.loader.image.Pin;
import jdk.internal.misc.Unsafe;

/**
 * A program that prints what {@link NamedArchive} makes of the archive of its JVM. Arguments: an
 * image of this JVM, and the digest that an args file would name, or nothing.
 */
public final class MappedArchive {

  private MappedArchive() {}

  public static void main(String[] arguments) {
    VmIdentity vm = VmIdentity.check(LoadedImage.open(arguments[0], Pin.NONE));
    String ofProgram = arguments.length > 1 ? arguments[1] : "";
    NamedArchive archive = new NamedArchive(vm.layout, vm.libjvm, vm.jdkArchives(), ofProgram);
    System.out.println(
        (archive.isOfProgram ? "of the program:" : "of the JDK:")
            + isIn(archive, vm, String.class)
            + isIn(archive, vm, MappedArchive.class));
  }

  private static String isIn(NamedArchive archive, VmIdentity vm, Class<?> type) {
    long klass = Unsafe.getUnsafe().getLong(type, (long) vm.layout.of[VmNumbers.MIRROR_KLASS]);
    return klass >= archive.base && klass < archive.top ? " " + type.getSimpleName() : "";
  }
}
