package dev.preheat.loader.hotspot;

import dev.preheat.format.image.ImageLayout.Property;
import dev.preheat.loader.Refusal;
import java.io.File;
import jdk.internal.misc.Unsafe;
import jdk.internal.misc.VM;

/**
 * Is this the very JVM build that the image was made for, and are its classes those of its files?
 * What can be asked without reading the VM's memory is asked first.
 */
final class VmIdentity {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final String LIBJVM_SIZE = "libjvm.size";
  private static final String LIBJVM_BUILD_ID = "libjvm.buildId";

  /** Options that make classes differ from what the class path and the JDK's build say. */
  private static final String[] CLASS_CHANGING_OPTIONS = {
    "-javaagent:",
    "-agentlib:",
    "-agentpath:",
    "-Xrun",
    "--patch-module",
    "--upgrade-module-path",
    "-Xbootclasspath/a",
    "-Djava.system.class.loader="
  };

  private VmIdentity() {}

  /**
   * Compares the JVM.
   *
   * @param ownAgents how many agents of this module run in this JVM
   * @return its library
   * @throws Refusal when it is another one
   */
  static Libjvm check(LoadedImage image, VmLayout layout, int ownAgents) {
    String buildId = checkProperties(image);
    checkOptions(ownAgents);
    long klass = UNSAFE.getLong(VmIdentity.class, layout.mirrorKlass);
    return Libjvm.find(layout, klass, buildId);
  }

  static Refusal otherVm(String what, String expected, String found) {
    return new Refusal(
        what, expected, found, "run with the JDK that built the image, or build it with this one");
  }

  private static String checkProperties(LoadedImage image) {
    String buildId = "";
    String size = "";
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
      if (!found.equals(expected)) {
        throw otherVm(name, expected, found);
      }
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

  private static void checkOptions(int ownAgents) {
    String[] options = VM.getRuntimeArguments();
    int own = ownAgents;
    for (int i = 0; i < options.length; i++) {
      for (int j = 0; j < CLASS_CHANGING_OPTIONS.length; j++) {
        if (options[i].startsWith(CLASS_CHANGING_OPTIONS[j]) && (j > 0 || own-- == 0)) {
          throw new Refusal(
              "JVM options",
              "none that change classes",
              options[i],
              "start without it: Preheat cannot know which classes it changes");
        }
      }
    }
  }
}
