// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import dev.preheat.format.image.layout.ImageLayout.RecordLayout;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.hotspot.VmNumbers;
import dev.preheat.loader.check.VmLayout;
import dev.preheat.loader.image.LoadedImage;
import dev.preheat.loader.outcome.Outcome;

/**
 * Is what a record relies on as it was for the compiler? Answers with the reason why not, or null;
 * {@link #blocker} then says what is in the way.
 */
final class RecordChecks {

  private final LoadedImage image;
  private final VmLayout layout;
  private final ClassTable classes;
  private final MethodTable methods;
  private final Countdowns countdowns;
  private final int[] words;
  private final int lists;
  private int blocker;
  private long rootCode;

  RecordChecks(InstallContext parts, ClassTable classes, MethodTable methods) {
    image = parts.image();
    layout = parts.layout();
    countdowns = parts.countdowns();
    this.classes = classes;
    this.methods = methods;
    words = image.words;
    lists = image.start(TableNumber.LISTS);
  }

  /** Forgets what was in the way of the record before. */
  void start() {
    blocker = -1;
  }

  /** See {@link RecordInstaller#blocker}. */
  int blocker() {
    return blocker;
  }

  /** Where the VM keeps the address of the nmethod of the method that was checked last. */
  long rootCode() {
    return rootCode;
  }

  /** A method or an external is not there. */
  Outcome missing(Outcome reason, int index) {
    blocker = index;
    return reason;
  }

  /** The classes that the code relies on, and those that it assumes to be initialised. */
  Outcome checkClasses(int record) {
    int count = words[record + (RecordLayout.DEPENDENCIES >> 2)];
    int first = words[record + (RecordLayout.FIRST_DEPENDENCY >> 2)];
    LoadedImage.checkRange(first, count, image.count(TableNumber.LISTS));
    byte[] states = classes.states;
    for (int i = lists + first + count - 1; i >= lists + first; i--) {
      int type = words[i];
      if (states[type] != ClassTable.SAME || classes.isRedefined(type)) {
        Outcome reason = checkAgain(type);
        if (reason != null) {
          return reason;
        }
      }
    }
    count = words[record + (RecordLayout.INITIALIZED >> 2)];
    first = words[record + (RecordLayout.FIRST_INITIALIZED >> 2)];
    LoadedImage.checkRange(first, count, image.count(TableNumber.LISTS));
    for (int i = lists + first + count - 1; i >= lists + first; i--) {
      Outcome reason = checkClass(words[i]);
      if (reason != null) {
        return reason;
      }
      if (classes.initState(words[i]) != layout.of[VmNumbers.STATE_FULLY_INITIALIZED]) {
        blocker = words[i];
        return Outcome.CLASS_NOT_INITIALIZED;
      }
    }
    return null;
  }

  private Outcome checkAgain(int type) {
    methods.forget(type);
    return checkClass(type);
  }

  /** Whether a class is loaded, and the one that the compiler saw. */
  Outcome checkClass(int type) {
    byte state = classes.state(type);
    if (state == ClassTable.SAME) {
      return null;
    }
    blocker = classes.instance(type);
    return switch (state) {
      case ClassTable.CHANGED -> Outcome.CLASS_CHANGED;
      case ClassTable.FOUND -> Outcome.CLASS_NOT_LINKED;
      default -> Outcome.CLASS_NOT_LOADED;
    };
  }

  /** Linking a class resets the entry points of its methods, so nothing is installed before. */
  Outcome checkLinked(int type) {
    Outcome reason = checkClass(type);
    if (reason == null && classes.initState(type) < layout.of[VmNumbers.STATE_LINKED]) {
      blocker = type;
      return Outcome.CLASS_NOT_LINKED;
    }
    return reason;
  }

  /**
   * The method that a record installs. What the JIT has compiled stays; but while the program
   * starts, code that profiles gives way. What it has counted is kept by the VM, and counts when
   * the image's code makes way.
   */
  Outcome checkRoot(int root) {
    Outcome reason = checkLinked(methods.holder(root));
    if (reason != null) {
      return reason;
    }
    long method = methods.method(root);
    if (method == 0) {
      blocker = root;
      return Outcome.METHOD_NOT_FOUND;
    }
    rootCode = methods.codePlace(method);
    return methods.isCompiled(method) && !(countdowns.isStart() && methods.isProfiling(method))
        ? Outcome.ALREADY_COMPILED
        : null;
  }
}
