// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.view;

import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.loader.check.ImageCheck;
import dev.preheat.loader.image.LoadedImage;
import dev.preheat.loader.install.ClassIdentity;
import dev.preheat.loader.install.ClassTable;
import dev.preheat.loader.install.InstallContext;
import dev.preheat.loader.install.MethodTable;
import dev.preheat.loader.install.ObjectTable;
import dev.preheat.loader.install.RecordInstaller;
import dev.preheat.loader.outcome.Outcome;

/**
 * The image as the classes of one loader see it: which of its classes are there, what waits for
 * others, and what became of the records. Used by one thread.
 */
final class LoaderView {

  private static final int NO_CLASS = -1;
  private static final int NO_RECORD = -1;

  private final InstallContext parts;
  private final boolean isOther;
  private final ClassTable classes;
  private final ObjectTable objects;
  private final RecordInstaller installer;
  private final WaitingRecords waiting;
  private final Outcomes outcomes;

  /** The first record that has not had its turn. */
  private int next;

  private LoaderView(InstallContext parts, boolean isOther, ClassTable classes) {
    this.parts = parts;
    this.isOther = isOther;
    this.classes = classes;
    LoadedImage image = parts.image();
    MethodTable methods = new MethodTable(image, parts.layout(), classes);
    objects = new ObjectTable(image, parts.layout(), classes);
    installer = new RecordInstaller(parts, classes, methods, objects);
    waiting = new WaitingRecords(classes, image.count(TableNumber.CLASSES), parts.count());
    outcomes =
        new Outcomes(image, classes, methods, parts.externals(), parts.first(), parts.count());
  }

  /**
   * The view of the application loader, which installs stubs and methods of the JDK, too.
   *
   * @param isClassPathSame whether every class file of the class path is the image's
   */
  static LoaderView ofApplication(InstallContext parts, boolean isClassPathSame) {
    return of(parts, false, isClassPathSame);
  }

  /** The view of a loader of the program's own: methods of classes that it has defined itself. */
  static LoaderView ofOther(InstallContext parts) {
    return of(parts, true, false);
  }

  private static LoaderView of(InstallContext parts, boolean isOther, boolean isClassPathSame) {
    ClassIdentity identity =
        new ClassIdentity(parts.image(), parts.layout(), parts.archive(), isClassPathSame);
    return new LoaderView(parts, isOther, new ClassTable(parts, identity));
  }

  /** What became of the records. */
  Outcomes outcomes() {
    return outcomes;
  }

  /** Index of the first record that has not had its turn. */
  int next() {
    return next;
  }

  /** Whether every record has had its turn. */
  boolean isWaitingForClassesOnly() {
    return next >= parts.count();
  }

  /** By record: whether it waits for a class. */
  boolean[] waitingRecords() {
    boolean[] records = new boolean[outcomes.size()];
    for (int record = 0; record < records.length; record++) {
      records[record] = outcomes.reason(record).group() == Outcome.Group.WAITING;
    }
    return records;
  }

  /** Number of records that wait for a class. */
  int waiting() {
    return waiting.count();
  }

  /** Whether anything may come yet. */
  boolean isWaiting() {
    return waiting.count() > 0 || next < parts.count();
  }

  /**
   * Looks at the classes that are there, before anything waits for them.
   *
   * @param loader that the view is of
   */
  void start(ClassLoader loader) {
    classes.visitNew(loader);
    while (classes.takeArrived() != NO_CLASS) {
      // Nothing waits for them yet.
    }
  }

  /** Installs the records that have not had their turn, up to an index. */
  void installNext(int end) {
    while (next < end && !parts.end().isGiven()) {
      int record = next++;
      if (isOther
          && !(outcomes.isPortable(record) && parts.image().isKept(parts.first() + record))) {
        continue;
      }
      if (parts.exclusions() != null
          && !outcomes.isStub(record)
          && parts.exclusions().matches(outcomes.name(record))) {
        outcomes.note(record, Outcome.EXCLUDED, NO_CLASS, null);
      } else {
        install(record);
      }
    }
  }

  /** A class to which something has happened that records may wait for, -1 for none. */
  int nextChanged() {
    int type = classes.takeArrived();
    return type != NO_CLASS ? type : waiting.takeChanged();
  }

  /**
   * Looks for classes that have been loaded.
   *
   * @param loader that the view is of
   */
  void visitClasses(ClassLoader loader) {
    classes.visitNew(loader);
  }

  /** Tries again what waits for a class. */
  void retry(int type) {
    int record = waiting.take(type);
    while (record != NO_RECORD && !parts.end().isGiven()) {
      int following = waiting.next(record);
      install(record);
      record = following;
    }
  }

  /** Lets go of the program's objects, so that its loaders can be collected. */
  void forgetObjects() {
    objects.forget();
    parts.vm().forget();
  }

  /** Nothing more is installed. */
  void giveUp(Outcome reason) {
    for (int record = 0; record < outcomes.size(); record++) {
      if (outcomes.reason(record).group() == Outcome.Group.WAITING) {
        outcomes.note(record, reason, NO_CLASS, null);
      }
    }
  }

  private void install(int record) {
    Outcome reason;
    try {
      reason = installer.install(parts.first() + record);
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      noteException(record, e);
      return;
    }
    if (reason == Outcome.INSTALLED) {
      outcomes.noteInstalled(record, installer.address());
      return;
    }
    outcomes.note(record, reason, installer.blocker(), installer.detail());
    if (installer.cause() != null) {
      outcomes.keepStack(record, installer.cause());
    }
    if (reason.group() == Outcome.Group.WAITING) {
      waiting.add(record, installer.blocker());
    }
  }

  private void noteException(int record, Throwable e) {
    String damage = ImageCheck.damage(parts.image(), parts.libjvm(), parts.first() + record);
    if (damage == null) {
      outcomes.noteFailure(record, e);
    } else {
      outcomes.note(record, Outcome.DAMAGED, NO_CLASS, damage);
    }
  }
}
