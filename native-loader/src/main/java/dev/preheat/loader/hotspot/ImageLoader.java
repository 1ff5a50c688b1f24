package dev.preheat.loader.hotspot;

import dev.preheat.format.image.ImageLayout.InstallRecord;
import dev.preheat.format.image.ImageLayout.Variant;
import dev.preheat.loader.Options;
import dev.preheat.loader.Reason;
import dev.preheat.loader.Refusal;

/** Brings the methods of an image into this JVM. Used by one thread. */
public final class ImageLoader {

  private static final int NO_CLASS = -1;
  private static final int NO_RECORD = -1;
  private static final int LONGEST_PAUSE_MILLIS = 100;

  /** A program that is over by then has no use for methods that run seldom. */
  private static final int COLD_DELAY_MILLIS = 2_000;

  /** So many take a few milliseconds. */
  private static final int COLD_BATCH = 128;

  /** When nothing has happened for so long, what has not come by now will hardly come. */
  private static final int PATIENCE_MILLIS = 60_000;

  private final Phases phases;
  private final LoadedImage image;
  private final Pin pin;
  private final Facts facts;
  private final int variant;
  private final int first;
  private final int count;
  private final ClassTable classes;
  private final RecordInstaller installer;
  private final WaitingRecords waiting;
  private final Outcomes outcomes;
  private final Exclusions exclusions;

  /** The first record that has not had its turn. */
  private int next;

  private volatile boolean isEnding;

  /**
   * Reads an image and checks it as a whole.
   *
   * @param ownAgents how many agents of this module run in this JVM
   * @throws Refusal when the image is damaged or does not fit this JVM
   */
  public ImageLoader(Options options, Phases phases, int ownAgents) {
    this(options, phases, ownAgents, null);
  }

  /**
   * Takes another way into the VM, for tests.
   *
   * @param testVm null for the real one
   */
  ImageLoader(Options options, Phases phases, int ownAgents, VmInstaller testVm) {
    this.phases = phases;
    pin = Pin.of(options);
    image = LoadedImage.open(options.image(), pin);
    boolean complete = false;
    try {
      if (options.isStrict()) {
        checkWriters();
      }
      phases.end(Phases.READ);
      VmLayout layout = new VmLayout(image);
      Libjvm libjvm = VmIdentity.check(image, layout);
      facts = new Facts(image, libjvm);
      variant = facts.chooseVariant();
      phases.end(Phases.IDENTITY);
      boolean isClassPathSame = ClassPath.isSame(image, ClassPath.path(ownAgents));
      phases.end(Phases.CLASS_PATH);
      VmInstaller vm = testVm == null ? VmInstaller.create() : testVm;
      phases.end(Phases.JVMCI);
      first = image.words[variant + (Variant.FIRST_RECORD >> 2)];
      count = image.words[variant + (Variant.RECORDS >> 2)];
      LoadedImage.checkRange(first, count, image.count(Tables.RECORDS));
      classes =
          new ClassTable(image, layout, new ClassIdentity(image, layout, libjvm, isClassPathSame));
      Methods methods = new Methods(image, layout, classes);
      Externals externals = new Externals(image, libjvm);
      installer = new RecordInstaller(image, layout, classes, methods, externals, vm);
      waiting = new WaitingRecords(classes, image.count(Tables.CLASSES), count);
      outcomes = new Outcomes(image, classes, methods, externals, first, count);
      exclusions = options.exclude().isEmpty() ? null : Exclusions.of(options.exclude());
      complete = true;
    } catch (IndexOutOfBoundsException e) {
      throw damaged(e);
    } finally {
      if (!complete) {
        image.close();
      }
    }
  }

  /** What became of the records. */
  public Outcomes outcomes() {
    return outcomes;
  }

  /**
   * Installs the methods whose classes are there.
   *
   * @param coldToo whether methods that ran seldom are installed now, and not when the program has
   *     run for a while
   */
  public void installAll(boolean coldToo) {
    visitClasses();
    while (classes.takeArrived() != NO_CLASS) {
      // Nothing waits for them yet.
    }
    phases.end(Phases.CLASSES);
    next = 0;
    installNext(coldToo ? count : firstCold());
    phases.end(Phases.INSTALL);
  }

  private void installNext(int end) {
    while (next < end && !isEnding) {
      int record = next++;
      if (exclusions != null
          && !outcomes.isStub(record)
          && exclusions.matches(outcomes.name(record))) {
        outcomes.note(record, Reason.EXCLUDED, NO_CLASS, null);
      } else {
        install(record);
      }
    }
  }

  /** The records are sorted: stubs, then methods by falling weight. */
  private int firstCold() {
    int record = 0;
    while (record < count
        && (outcomes.isStub(record) || weight(record) >= InstallRecord.HOT_WEIGHT)) {
      record++;
    }
    return record;
  }

  private long weight(int record) {
    return image.u8(
        image.start(Tables.RECORDS)
            + (first + record) * (InstallRecord.BYTES >> 2)
            + (InstallRecord.WEIGHT >> 2));
  }

  /**
   * Checks who may write the image, which takes too long for the time before something is
   * installed.
   *
   * @throws Refusal when others may
   */
  public void checkWriters() {
    Writers.check(image.name());
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
    while ((waiting.count() > 0 || next < count || isPinLate)
        && idle < PATIENCE_MILLIS
        && !isEnding) {
      Thread.sleep(pause);
      idle += pause;
      uptime += pause;
      if (isPinLate && uptime > COLD_DELAY_MILLIS) {
        checkPin();
        isPinLate = false;
      }
      if (uptime > COLD_DELAY_MILLIS && next < count) {
        if (!facts.stillHold(variant)) {
          giveUp(Reason.VM_CHANGED);
          return;
        }
        installNext(Math.min(count, next + COLD_BATCH));
        idle = 0;
      }
      visitClasses();
      int type = nextChanged();
      if (type == NO_CLASS) {
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        continue;
      }
      if (!facts.stillHold(variant)) {
        giveUp(Reason.VM_CHANGED);
        return;
      }
      for (; type != NO_CLASS; type = nextChanged()) {
        retry(waiting.take(type));
      }
      pause = 1;
      idle = 0;
    }
  }

  /** Lets the loading thread install no more than the record that it is at; for any thread. */
  public void end() {
    isEnding = true;
  }

  /** Frees what only installing needs; {@link #outcomes} stay readable. */
  public void close() {
    installer.close();
    image.close();
  }

  private void visitClasses() {
    try {
      classes.visitNew();
    } catch (IndexOutOfBoundsException e) {
      throw damaged(e);
    }
  }

  private Refusal damaged(IndexOutOfBoundsException e) {
    return Refusal.damaged(image.name(), "tables that fit each other", e.toString());
  }

  private int nextChanged() {
    int type = classes.takeArrived();
    return type != NO_CLASS ? type : waiting.takeChanged();
  }

  private void retry(int head) {
    int record = head;
    while (record != NO_RECORD && !isEnding) {
      int next = waiting.next(record);
      install(record);
      record = next;
    }
  }

  private void install(int record) {
    Reason reason;
    try {
      reason = installer.install(first + record);
    } catch (RuntimeException e) {
      // An index out of bounds, an array of void: no compiler writes that.
      outcomes.note(record, Reason.DAMAGED, NO_CLASS, e.toString());
      return;
    }
    if (reason == Reason.INSTALLED) {
      outcomes.noteInstalled(record, installer.address());
      return;
    }
    outcomes.note(record, reason, installer.blocker(), installer.detail());
    if (reason.group() == Reason.Group.WAITING) {
      waiting.add(record, installer.blocker());
    }
  }

  private void checkPin() {
    try {
      pin.checkLate(image.name());
    } catch (Refusal e) {
      giveUp(Reason.IMAGE_DIFFERS);
      throw e;
    }
  }

  /** The JVM, or the image, is not the one that was checked. */
  private void giveUp(Reason reason) {
    for (int record = 0; record < count; record++) {
      if (outcomes.reason(record).group() == Reason.Group.WAITING) {
        outcomes.note(record, reason, NO_CLASS, null);
      }
    }
  }
}
