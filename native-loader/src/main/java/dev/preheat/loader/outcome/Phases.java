// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.outcome;

/** How long the parts of loading took. */
public final class Phases {

  /** The file, its checksum and the tables' places. */
  public static final int READ = 0;

  /** Identity of the JVM and the fingerprint. */
  public static final int IDENTITY = 1;

  /** Identity of the class path. */
  public static final int CLASS_PATH = 2;

  /** Starting JVMCI. */
  public static final int JVMCI = 3;

  /** Finding the classes that are loaded. */
  public static final int CLASSES = 4;

  /** Checking, patching and installing records. */
  public static final int INSTALL = 5;

  private static final String[] NAMES = {
    "read", "identity", "classPath", "jvmci", "classes", "install"
  };

  private final long[] nanos = new long[NAMES.length];
  private final long start;
  private long last;

  /** Starts the first one. */
  public Phases() {
    start = System.nanoTime();
    last = start;
  }

  /** Number of phases. */
  public int count() {
    return NAMES.length;
  }

  /** Name of a phase. */
  public String name(int phase) {
    return NAMES[phase];
  }

  /** Time that a phase took, 0 when it has not ended. */
  public long nanos(int phase) {
    return nanos[phase];
  }

  /** Time of all phases that have ended. */
  public long totalNanos() {
    return last - start;
  }

  public void end(int phase) {
    long now = System.nanoTime();
    nanos[phase] = now - last;
    last = now;
  }
}
