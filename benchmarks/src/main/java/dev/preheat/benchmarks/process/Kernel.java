// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.process;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * Two calls of Linux that the JDK does not offer: {@code prctl(PR_SET_CHILD_SUBREAPER)} and {@code
 * wait4}, whose {@code struct rusage} holds what one process took. Layouts are those of 64-bit
 * Linux (linux/resource.h); the memory is in KiB.
 */
final class Kernel {
  private static final int PR_SET_CHILD_SUBREAPER = 36;
  private static final int EINTR = 4;
  private static final long MICROS_PER_SECOND = 1_000_000;

  private static final long RUSAGE_BYTES = 144;
  private static final long USER_TIME = 0;
  private static final long SYSTEM_TIME = 16;
  private static final long MICROSECONDS = 8;
  private static final long MAXIMUM_RESIDENT = 32;

  private static final AddressLayout POINTER = ValueLayout.ADDRESS;
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private final MethodHandle prctl;
  private final MethodHandle wait4;

  /** What the kernel tells about a process that has ended. */
  record Ended(int status, long cpuMicros, long peakKibibytes) {

    /** The exit code as a shell gives it (wait(2): WIFEXITED, WEXITSTATUS, WTERMSIG). */
    int exitCode() {
      int signal = status & 0x7f;
      return signal == 0 ? status >> 8 & 0xff : 128 + signal;
    }
  }

  /**
   * Looks the calls up.
   *
   * @throws IllegalStateException if this is no 64-bit Linux
   */
  // Native access is what this class is for; the build enables it on the command line.
  @SuppressWarnings("restricted")
  Kernel() {
    if (!System.getProperty("os.name").equals("Linux") || POINTER.byteSize() != LONG.byteSize()) {
      throw new IllegalStateException("measures on a 64-bit Linux only");
    }
    Linker linker = Linker.nativeLinker();
    prctl =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("prctl"),
            FunctionDescriptor.of(INT, INT, LONG, LONG, LONG, LONG),
            Linker.Option.firstVariadicArg(1),
            Linker.Option.captureCallState("errno"));
    wait4 =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("wait4"),
            FunctionDescriptor.of(INT, INT, POINTER, INT, POINTER),
            Linker.Option.captureCallState("errno"));
  }

  /**
   * Makes this process the parent of those of its descendants that lose theirs.
   *
   * @throws IOException if the kernel refuses
   */
  void becomeSubreaper() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      if (call(() -> (int) prctl.invokeExact(state, PR_SET_CHILD_SUBREAPER, 1L, 0L, 0L, 0L)) != 0) {
        throw new IOException("prctl(PR_SET_CHILD_SUBREAPER): errno " + errno(state));
      }
    }
  }

  /**
   * Waits for a child to end.
   *
   * @throws IOException if it is no child of this process, or somebody else has waited for it
   */
  Ended waitFor(int pid) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(CALL_STATE);
      MemorySegment status = arena.allocate(INT);
      MemorySegment usage = arena.allocate(RUSAGE_BYTES, LONG.byteAlignment());
      while (call(() -> (int) wait4.invokeExact(state, pid, status, 0, usage)) != pid) {
        if (errno(state) != EINTR) {
          throw new IOException("wait4(" + pid + "): errno " + errno(state));
        }
      }
      return new Ended(
          status.get(INT, 0),
          micros(usage, USER_TIME) + micros(usage, SYSTEM_TIME),
          usage.get(LONG, MAXIMUM_RESIDENT));
    }
  }

  private interface Call {
    int invoke() throws Throwable;
  }

  /** A method handle may throw anything, says its type; these throw nothing but errors. */
  private static int call(Call call) {
    try {
      return call.invoke();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static int errno(MemorySegment state) {
    return (int) ERRNO.get(state, 0L);
  }

  private static long micros(MemorySegment usage, long at) {
    return usage.get(LONG, at) * MICROS_PER_SECOND + usage.get(LONG, at + MICROSECONDS);
  }
}
