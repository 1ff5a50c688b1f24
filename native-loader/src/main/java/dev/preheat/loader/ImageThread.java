// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import dev.preheat.format.contract.TargetJdk;
import dev.preheat.loader.options.Options;
import dev.preheat.loader.outcome.Failure;
import dev.preheat.loader.outcome.Phases;
import dev.preheat.loader.outcome.Refusal;
import dev.preheat.loader.view.ImageLoader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The thread that brings the image into the JVM beside the program. Whatever goes wrong in it, the
 * program runs on and learns of it in one line at most.
 */
final class ImageThread extends Thread {

  private static final String JDK = TargetJdk.SPECIFICATION_VERSION;

  private static final int STARTED = 0;
  private static final int CHECKED = 1;
  private static final int INSTALLED = 2;
  private static final int ENDED = 3;

  private final Options options;
  private final PrintStream messages;
  private final Supplier<Class<?>[]> allClasses;
  private final Object lock = new Object();
  private int progress = STARTED;
  private boolean isEnding;
  private String refusal;
  private final List<String> warnings = new ArrayList<>();
  private String failure;
  private ImageLoader loader;
  private Phases phases;

  /**
   * Creates the thread.
   *
   * @param messages where the one line goes
   * @param allClasses every class of the JVM, which only an agent knows; else null
   */
  ImageThread(Options options, PrintStream messages, Supplier<Class<?>[]> allClasses) {
    super(null, null, "preheat", 0, false);
    this.options = options;
    this.messages = messages;
    this.allClasses = allClasses;
    setDaemon(true);
  }

  /**
   * Starts the thread and waits as long as the options want it.
   *
   * @return whether the program may run: not when the image was refused and that is to stop it
   */
  boolean startAndWait() {
    if (options.isReportWanted()) {
      Runtime.getRuntime().addShutdownHook(new ReportThread(options, this, messages));
    }
    start();
    if (options.isBeforeMain()) {
      await(INSTALLED);
    } else if (options.isStrict()) {
      await(CHECKED);
    }
    return !options.isStrict() || refusal() == null;
  }

  @Override
  public void run() {
    try {
      load();
    } catch (Refusal e) {
      stop(e.getMessage());
    } catch (IllegalAccessError e) {
      stop(
          new Refusal(
                  "JVM options",
                  "those of the args file",
                  e.getMessage(),
                  "start with the args file, which opens to Preheat what it needs")
              .getMessage());
    } catch (InterruptedException e) {
      // Nobody but a program that interrupts all threads: it wants this one to end.
      interrupt();
    } catch (OutOfMemoryError e) {
      stop(
          new Refusal(
                  "the heap",
                  "room for the image's tables",
                  e.toString(),
                  "give it more (-Xmx), or start with preheat.disable")
              .getMessage());
    } catch (Throwable e) {
      fail(e);
    } finally {
      reach(ENDED);
    }
  }

  /** Ends loading, so that what became of the image changes no more; waits for the last record. */
  void end() {
    synchronized (lock) {
      isEnding = true;
      if (loader == null) {
        // What is still being read and checked will be used by nobody.
        return;
      }
      loader.end();
    }
    interrupt();
    await(ENDED);
  }

  /** What the image was refused for, null while it is not. */
  String refusal() {
    synchronized (lock) {
      return refusal;
    }
  }

  /** What is wrong with an image that is used all the same. */
  List<String> warnings() {
    synchronized (lock) {
      return List.copyOf(warnings);
    }
  }

  /** The stack of the bug that ended the loader, null for none. */
  String failure() {
    synchronized (lock) {
      return failure;
    }
  }

  /** The loader, null while the image is not checked. */
  ImageLoader loader() {
    synchronized (lock) {
      return loader;
    }
  }

  /** Times of the parts of loading, null before the first. */
  Phases phases() {
    synchronized (lock) {
      return phases;
    }
  }

  private void load() throws InterruptedException {
    options.check();
    String jdk = System.getProperty("java.specification.version");
    if (!JDK.equals(jdk)) {
      throw new Refusal("JDK", JDK, jdk, "run with a JDK 25, the only one that images are for");
    }
    Phases started = new Phases();
    ImageLoader checked = new ImageLoader(options, started, allClasses);
    synchronized (lock) {
      if (isEnding) {
        checked.close();
        return;
      }
      phases = started;
      loader = checked;
    }
    try {
      reach(CHECKED);
      checked.installAll(options.isBeforeMain());
      reach(INSTALLED);
      goOn(checked);
    } finally {
      checked.close();
    }
  }

  /** The program runs on, whatever comes to light about the image now. */
  private void goOn(ImageLoader checked) throws InterruptedException {
    try {
      if (!options.isStrict()) {
        checked.checkWriters();
      }
    } catch (Refusal e) {
      warn("preheat: image used, but others may write it: ", e.getMessage());
    }
    try {
      checked.installLater();
    } catch (Refusal e) {
      warn("preheat: image not used any more: ", e.getMessage());
    }
  }

  /** A bug ends the loader, not the program. */
  void fail(Throwable e) {
    String why =
        "failure in the loader: "
            + e
            + "; report it with its stack, which a report in a file has (-Dpreheat.report=<file>)";
    synchronized (lock) {
      failure = Failure.text("preheat", e);
    }
    stop(why);
  }

  /** Nothing more is installed; what is installed already stays. */
  private void stop(String why) {
    boolean isUsed;
    synchronized (lock) {
      isUsed = progress == INSTALLED;
    }
    if (isUsed) {
      warn("preheat: image not used any more: ", why);
    } else {
      refuse(why);
    }
  }

  private void warn(String what, String message) {
    synchronized (lock) {
      warnings.add(message);
    }
    messages.println(what.concat(message));
  }

  private void refuse(String why) {
    synchronized (lock) {
      refusal = why;
    }
    messages.println("preheat: image not used: ".concat(why));
  }

  private void reach(int point) {
    synchronized (lock) {
      progress = point;
      lock.notifyAll();
    }
  }

  private void await(int point) {
    boolean interrupted = false;
    synchronized (lock) {
      while (progress < point) {
        try {
          lock.wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
