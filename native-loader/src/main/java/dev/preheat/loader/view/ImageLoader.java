// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.view;

import dev.preheat.format.contract.InstallPolicy;
import dev.preheat.format.image.layout.ImageLayout.RecordLayout;
import dev.preheat.format.image.layout.ImageLayout.TableNumber;
import dev.preheat.format.image.layout.ImageLayout.VariantLayout;
import dev.preheat.loader.check.ClassPath;
import dev.preheat.loader.check.CodeReach;
import dev.preheat.loader.check.Fingerprint;
import dev.preheat.loader.check.ImageCheck;
import dev.preheat.loader.check.Libjvm;
import dev.preheat.loader.check.NamedArchive;
import dev.preheat.loader.check.VmIdentity;
import dev.preheat.loader.image.LoadedImage;
import dev.preheat.loader.image.Pin;
import dev.preheat.loader.image.WritePermission;
import dev.preheat.loader.install.BootClasses;
import dev.preheat.loader.install.CodeShare;
import dev.preheat.loader.install.Countdowns;
import dev.preheat.loader.install.EndSignal;
import dev.preheat.loader.install.Exclusions;
import dev.preheat.loader.install.ExternalTable;
import dev.preheat.loader.install.InstallContext;
import dev.preheat.loader.install.RecordMemory;
import dev.preheat.loader.install.VmInstaller;
import dev.preheat.loader.options.Options;
import dev.preheat.loader.outcome.Outcome;
import dev.preheat.loader.outcome.Phases;
import dev.preheat.loader.outcome.Refusal;
import java.util.function.Supplier;

/** Brings the methods of an image into this JVM. Used by one thread. */
public final class ImageLoader {

  private static final int LONGEST_PAUSE_MILLIS = 100;

  /** A program that is over by then has no use for methods that run seldom. */
  private static final int COLD_DELAY_MILLIS = 2_000;

  /** By then a program has started, and the JIT may do its work. */
  private static final int START_MILLIS = 3_000;

  /** In so much time so many methods: the JIT can take as many if all of them are hot. */
  private static final int MILLIS_OF_CUTS = 100;

  private static final int CUTS = 64;

  /** So many take a few milliseconds. */
  private static final int COLD_BATCH = 128;

  /** When nothing has happened for so long, what has not come by now will hardly come. */
  private static final int PATIENCE_MILLIS = 60_000;

  private final Phases phases;
  private final LoadedImage image;
  private final Pin pin;
  private final InstallContext parts;
  private final LoaderView application;
  private final OtherLoaders others;

  /** So many records may be kept when streams and code are freed the next time. */
  private int mostKept = Integer.MAX_VALUE;

  /**
   * Reads an image and checks it as a whole.
   *
   * @param allClasses every class of the JVM, which only an agent knows; else null
   * @throws Refusal when the image is damaged or does not fit this JVM
   */
  public ImageLoader(Options options, Phases phases, Supplier<Class<?>[]> allClasses) {
    this(options, phases, allClasses, null);
  }

  /**
   * Takes another way into the VM, for tests.
   *
   * @param testVm null for the real one
   */
  ImageLoader(Options options, Phases phases, Supplier<Class<?>[]> allClasses, VmInstaller testVm) {
    this.phases = phases;
    pin = Pin.of(options);
    image = LoadedImage.open(options.image(), pin);
    boolean complete = false;
    try {
      if (options.isStrict()) {
        checkWriters();
      }
      phases.end(Phases.READ);
      VmIdentity identity = VmIdentity.check(image);
      Fingerprint facts = new Fingerprint(image, identity.libjvm);
      int variant = facts.chooseVariant();
      CodeReach reach = CodeReach.check(identity.libjvm, identity.layout);
      phases.end(Phases.IDENTITY);
      boolean isClassPathSame = ClassPath.isSame(image, ClassPath.path(allClasses != null));
      phases.end(Phases.CLASS_PATH);
      VmInstaller vm = testVm;
      if (vm == null) {
        vm = VmInstaller.create();
        facts.checkConfigured(variant);
      }
      phases.end(Phases.JVMCI);
      int first = image.words[variant + (VariantLayout.FIRST_RECORD >> 2)];
      int count = image.words[variant + (VariantLayout.RECORDS >> 2)];
      LoadedImage.checkRange(first, count, image.count(TableNumber.RECORDS));
      parts =
          new InstallContext(
              image,
              identity.layout,
              identity.libjvm,
              new NamedArchive(
                  identity.layout, identity.libjvm, identity.jdkArchives(), options.archive()),
              new ExternalTable(image, identity.libjvm, reach),
              new BootClasses(
                  image,
                  identity.layout,
                  identity.libjvm,
                  testVm == null ? vm.type() : VmInstaller.define()),
              vm,
              new CodeShare(identity.libjvm, identity.layout),
              new RecordMemory(image),
              new Countdowns(first, count, vm.isTiered()),
              first,
              count,
              options.exclude().isEmpty() ? null : Exclusions.of(options.exclude()),
              new EndSignal());
      application = LoaderView.ofApplication(parts, isClassPathSame);
      others = new OtherLoaders(parts, new LoaderFinder(allClasses));
      complete = true;
    } catch (RuntimeException e) {
      throw explained(e, null);
    } finally {
      if (!complete) {
        image.close();
      }
    }
  }

  /** What became of the records, for whatever loader; asked when nothing is being installed. */
  public Outcomes outcomes() {
    others.addTo(application.outcomes());
    return application.outcomes();
  }

  /**
   * Installs the methods whose classes are there.
   *
   * @param coldToo whether methods that ran seldom are installed now, and not when the program has
   *     run for a while
   */
  public void installAll(boolean coldToo) {
    try {
      application.start(ImageLoader.class.getClassLoader());
    } catch (RuntimeException e) {
      throw explained(e, parts.libjvm());
    }
    phases.end(Phases.CLASSES);
    application.installNext(coldToo ? parts.count() : firstCold());
    phases.end(Phases.INSTALL);
  }

  /** The records are sorted: stubs, methods that ran often, those that ran seldom. */
  private int firstCold() {
    int record = 0;
    while (record < parts.count()
        && (application.outcomes().isStub(record) || weight(record) >= InstallPolicy.HOT_WEIGHT)) {
      record++;
    }
    return record;
  }

  private long weight(int record) {
    return image.u8(
        image.start(TableNumber.RECORDS)
            + (parts.first() + record) * (RecordLayout.BYTES >> 2)
            + (RecordLayout.WEIGHT >> 2));
  }

  /**
   * Checks who may write the image, which takes too long for the time before something is
   * installed.
   *
   * @throws Refusal when others may
   */
  public void checkWriters() {
    WritePermission.check(image.name());
  }

  /**
   * Installs what becomes installable later, until nothing more is to be expected.
   *
   * @throws Refusal when the image turns out not to be the one that was pinned
   */
  public void installLater() throws InterruptedException {
    int pause = 1;
    int idle = 0;
    int uptime = 0;
    boolean isPinLate = pin.isLate();
    while ((parts.countdowns().isLarge() || (isAnyToCome() && idle < PATIENCE_MILLIS) || isPinLate)
        && !parts.end().isGiven()) {
      Thread.sleep(pause);
      idle += pause;
      uptime += pause;
      if (isPinLate && uptime > COLD_DELAY_MILLIS) {
        checkPin();
        isPinLate = false;
      }
      if (uptime > START_MILLIS) {
        parts.countdowns().cutTo((uptime - START_MILLIS) / MILLIS_OF_CUTS * CUTS);
      }
      freeInstalled();
      if (install(uptime)) {
        pause = 1;
        idle = 0;
      } else {
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      }
    }
  }

  private boolean isAnyToCome() {
    return application.isWaiting() || others.isAny();
  }

  /**
   * Frees what is not needed any more of streams and code, when every record has had its turn, and
   * again when half of what waited has come. Another loader that defines a class of the application
   * loader's once more does without its methods.
   */
  void freeInstalled() {
    if (application.isWaitingForClassesOnly()
        && !others.isAny()
        && application.waiting() <= mostKept) {
      image.keepOnly(parts.first(), application.waitingRecords());
      mostKept = mostKept(application.waiting());
    }
  }

  /** So many records may be kept the next time, when so many are now; -1 when none is left. */
  static int mostKept(int kept) {
    return kept == 0 ? -1 : kept / 2;
  }

  /** Installs what has become installable; whether there was anything. */
  private boolean install(int uptime) {
    boolean isNews = false;
    if (uptime > COLD_DELAY_MILLIS) {
      parts.countdowns().endStart();
    }
    if (uptime > COLD_DELAY_MILLIS && application.next() < parts.count()) {
      application.installNext(Math.min(parts.count(), application.next() + COLD_BATCH));
      isNews = true;
    }
    try {
      application.visitClasses(ImageLoader.class.getClassLoader());
      for (int type = application.nextChanged(); type >= 0; type = application.nextChanged()) {
        application.retry(type);
        isNews = true;
      }
      return others.visit(uptime, application.next()) || isNews;
    } catch (RuntimeException e) {
      throw explained(e, parts.libjvm());
    }
  }

  /** Lets the loading thread install no more than the record that it is at; for any thread. */
  public void end() {
    parts.end().give();
  }

  /** Frees what only installing needs; {@link #outcomes} stay readable. */
  public void close() {
    parts.memory().close();
    image.close();
  }

  /** An exception as what it is: a refusal, damage to the image, or a bug of the loader. */
  private RuntimeException explained(RuntimeException e, Libjvm libjvm) {
    if (e instanceof Refusal) {
      return e;
    }
    String damage = ImageCheck.damage(image, libjvm);
    return damage == null ? e : Refusal.damaged(image.name(), "tables that fit each other", damage);
  }

  private void checkPin() {
    try {
      pin.checkLate(image.name());
    } catch (Refusal e) {
      application.giveUp(Outcome.IMAGE_DIFFERS);
      others.giveUp(Outcome.IMAGE_DIFFERS);
      throw e;
    }
  }
}
