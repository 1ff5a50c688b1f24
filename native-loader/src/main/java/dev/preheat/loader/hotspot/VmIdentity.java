package dev.preheat.loader.hotspot;

import dev.preheat.format.image.ImageLayout.Property;
import dev.preheat.loader.Refusal;
import java.io.File;
import jdk.internal.misc.Unsafe;
import jdk.internal.misc.VM;

/**
 * Is this the very JVM build that the image was made for? What can be asked without reading the
 * VM's memory is asked first.
 */
final class VmIdentity {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final String VERSION = "java.vm.version";
  private static final String LIBJVM_SIZE = "libjvm.size";
  private static final String LIBJVM_BUILD_ID = "libjvm.buildId";

  /** Agents that can make the VM do what code of an image is not prepared for. */
  private static final String[] NATIVE_AGENTS = {"-agentlib:", "-agentpath:", "-Xrun"};

  private VmIdentity() {}

  /**
   * Compares the JVM.
   *
   * @return its library
   * @throws Refusal when it is another one
   */
  static Libjvm check(LoadedImage image, VmLayout layout) {
    String buildId = checkProperties(image);
    checkOptions();
    long klass = UNSAFE.getLong(VmIdentity.class, layout.mirrorKlass);
    return Libjvm.find(layout, klass, buildId);
  }

  static Refusal otherVm(String what, String expected, String found) {
    return new Refusal(
        what, expected, found, "run with the JDK that built the image, or build it with this one");
  }

  /** Where several differ, the version says most to whoever has installed the JDKs. */
  private static String checkProperties(LoadedImage image) {
    String buildId = "";
    String size = "";
    Refusal other = null;
    int at = image.start(Tables.PROPERTIES);
    for (int i = image.count(Tables.PROPERTIES); i > 0; i--, at += Property.BYTES >> 2) {
      String name = image.text(at + (Property.NAME_OFFSET >> 2));
      String expected = image.text(at + (Property.VALUE_OFFSET >> 2));
      if (name.equals(LIBJVM_BUILD_ID)) {
        buildId = expected;
        continue;
      }
      String found;
      if (name.equals(LIBJVM_SIZE)) {
        size = expected;
        found = libjvmSize();
      } else {
        found = name.isEmpty() ? "" : System.getProperty(name, "");
      }
      if (!found.equals(expected) && (other == null || name.equals(VERSION))) {
        other = otherVm(name, expected, found);
      }
    }
    if (other != null) {
      throw other;
    }
    if (buildId.isEmpty() || size.isEmpty()) {
      throw Refusal.damaged("the properties of the JVM", LIBJVM_BUILD_ID, "none");
    }
    return buildId;
  }

  private static String libjvmSize() {
    File file = new File(System.getProperty("java.home"), "lib/server/libjvm.so");
    return Long.toString(file.length());
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
