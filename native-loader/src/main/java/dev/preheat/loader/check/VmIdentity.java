// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.check;

import dev.preheat.format.image.layout.ImageLayout.Property;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.hotspot.ObjectLayout;
import dev.preheat.hotspot.VmNumbers;
import dev.preheat.hotspot.archive.ArchiveDigest;
import dev.preheat.loader.image.LoadedImage;
import dev.preheat.loader.image.Pin;
import dev.preheat.loader.outcome.Refusal;
import java.io.IOException;
import java.io.RandomAccessFile;
import jdk.internal.misc.Unsafe;
import jdk.internal.misc.VM;

/**
 * Is this the very JVM build that the image was made for, and does it lay out objects as that one
 * did? Where things lie in the VM's memory is known only if it is. So what can be asked without
 * reading there is asked first, and this class alone makes the {@link VmLayout} and the {@link
 * Libjvm} that whoever reads there needs (a test sees to it).
 */
public final class VmIdentity implements ObjectLayout.Probe {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final String VERSION = "java.vm.version";
  private static final String LIBJVM_SIZE = "libjvm.size";
  private static final String LIBJVM_BUILD_ID = "libjvm.buildId";

  /** Agents that can make the VM do what code of an image is not prepared for. */
  private static final String[] NATIVE_AGENTS = {"-agentlib:", "-agentpath:", "-Xrun"};

  /** Where things lie in the VM's memory. */
  public final VmLayout layout;

  /** The VM's library. */
  public final Libjvm libjvm;

  private String size = "";
  private String buildId = "";
  private String objects = "";
  private String jdkArchives = "";

  /** Compares the JVM; nothing of its memory is read before the last line. */
  private VmIdentity(LoadedImage image) {
    checkProperties(image);
    checkOptions();
    layout = new VmLayout(image);
    checkLibjvm();
    checkObjects();
    libjvm = Libjvm.find(layout, buildId);
  }

  /**
   * Compares the JVM.
   *
   * @throws Refusal when it is another one
   */
  public static VmIdentity check(LoadedImage image) {
    return new VmIdentity(image);
  }

  /** Digests of the archives of the JDK that made the image, see {@link NamedArchive}. */
  public String jdkArchives() {
    return jdkArchives;
  }

  static Refusal otherVm(String what, String expected, String found) {
    return new Refusal(
        what, expected, found, "run with the JDK that built the image, or build it with this one");
  }

  /** Where several differ, the version says most to whoever has installed the JDKs. */
  private void checkProperties(LoadedImage image) {
    Refusal other = null;
    int at = image.start(TableNumber.PROPERTIES);
    for (int i = image.count(TableNumber.PROPERTIES); i > 0; i--, at += Property.BYTES >> 2) {
      String name = image.text(at + (Property.NAME_OFFSET >> 2));
      String expected = image.text(at + (Property.VALUE_OFFSET >> 2));
      switch (name) {
        case LIBJVM_BUILD_ID -> buildId = expected;
        case LIBJVM_SIZE -> size = expected;
        case ObjectLayout.PROPERTY -> objects = expected;
        case ArchiveDigest.PROPERTY -> jdkArchives = expected;
        default -> {
          String found = name.isEmpty() ? "" : System.getProperty(name, "");
          if (!found.equals(expected) && (other == null || name.equals(VERSION))) {
            other = otherVm(name, expected, found);
          }
        }
      }
    }
    if (other != null) {
      throw other;
    }
    if (buildId.isEmpty() || size.isEmpty() || objects.isEmpty()) {
      throw Refusal.damaged(
          "the properties of the JVM",
          "libjvm.buildId, libjvm.size and objects.layout",
          "not all of them");
    }
  }

  /** The file, not what is mapped: where that lies can be told only of a library that is known. */
  private void checkLibjvm() {
    String name = System.getProperty("java.home").concat("/lib/server/libjvm.so");
    byte[] id = new byte[Libjvm.BUILD_ID_BYTES];
    String foundSize;
    try (RandomAccessFile file = new RandomAccessFile(name, "r")) {
      long length = file.length();
      if (layout.of[VmNumbers.LIBJVM_BUILD_ID] < 0
          || layout.of[VmNumbers.LIBJVM_BUILD_ID] > length - id.length) {
        throw Libjvm.noBuildId(layout.of[VmNumbers.LIBJVM_BUILD_ID]);
      }
      foundSize = Long.toString(length);
      file.seek(layout.of[VmNumbers.LIBJVM_BUILD_ID]);
      file.readFully(id);
    } catch (IOException e) {
      throw otherVm("the VM's library", "a file that can be read", e.toString());
    }
    if (!foundSize.equals(size)) {
      throw otherVm(LIBJVM_SIZE, size, foundSize);
    }
    checkBuildId(buildId, id);
  }

  static void checkBuildId(String expected, byte[] found) {
    String text = Pin.hexadecimal(found);
    if (!text.equals(expected)) {
      throw otherVm(LIBJVM_BUILD_ID, expected, text);
    }
  }

  private void checkObjects() {
    String found = ObjectLayout.text(this);
    if (!found.equals(objects)) {
      throw new Refusal(
          "layout of objects",
          ObjectLayout.difference(objects, found),
          ObjectLayout.difference(found, objects),
          ObjectLayout.hasCompactHeaders(objects)
              ? "start the JVM with the options that the image was built with:"
                  + " -XX:+UseCompactObjectHeaders, and neither a heap of 32 GB and more nor ZGC"
              : "start the JVM with the options of the args file: heaps of 32 GB and more, ZGC and"
                  + " -XX:+UseCompactObjectHeaders change it");
    }
  }

  @Override
  public long arrayBase(Class<?> array) {
    return UNSAFE.arrayBaseOffset(array);
  }

  @Override
  public int arrayScale(Class<?> array) {
    return UNSAFE.arrayIndexScale(array);
  }

  @Override
  public long fieldOffset(Class<?> type, String field) {
    return UNSAFE.objectFieldOffset(type, field);
  }

  private static void checkOptions() {
    String[] options = VM.getRuntimeArguments();
    for (int i = 0; i < options.length; i++) {
      for (int j = 0; j < NATIVE_AGENTS.length; j++) {
        if (options[i].startsWith(NATIVE_AGENTS[j])) {
          throw new Refusal(
              "JVM options",
              "no native agent",
              options[i],
              "start without it: it may want events of the JVM that the image's code does not have");
        }
      }
    }
  }
}
