// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Exceptions of the VM, of the JDK and of the program, through frames with and without handlers.
 */
final class ExceptionsWork implements Work {
  private static final int TURNS = 60;

  @Override
  public long round(long seed) {
    Mix mix = new Mix(seed);
    for (int turn = 0; turn < TURNS; turn++) {
      int kind = mix.next(9);
      try {
        mix.add(outer(kind, mix.next(5) + 1));
      } catch (RuntimeException e) {
        mix.add(e.getClass().getName()).add(frames(e));
        if (e.getCause() != null) {
          mix.add(e.getCause().getMessage());
        }
        mix.add(e.getSuppressed().length);
      } finally {
        mix.add(turn);
      }
    }
    return mix.sum();
  }

  /** Names of the program's own methods on the stack. */
  private static String frames(Throwable exception) {
    StringBuilder names = new StringBuilder();
    for (StackTraceElement frame : exception.getStackTrace()) {
      if (frame.getClassName().equals(ExceptionsWork.class.getName())) {
        names.append(frame.getMethodName()).append(frame.getLineNumber()).append(' ');
      }
    }
    return names.toString();
  }

  private static int outer(int kind, int depth) {
    if (depth > 0) {
      try {
        return outer(kind, depth - 1) + 1;
      } finally {
        depth--;
      }
    }
    try (Resource first = new Resource(kind == 7);
        Resource second = new Resource(kind == 7)) {
      return first.value + second.value + fail(kind);
    } catch (IOException e) {
      throw new UncheckedIOException("wrapped", e);
    }
  }

  private static int fail(int kind) throws IOException {
    Object text = "text";
    int[] array = new int[kind];
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    switch (kind) {
      case 0:
        return array[kind];
      case 1:
        return ((Integer) text) + 1;
      case 2:
        return 7 / (kind - 2);
      case 3:
        return ((String) nothing(kind)).length();
      case 4:
        for (Iterator<Integer> all = list.iterator(); all.hasNext(); ) {
          list.remove(all.next());
        }
        return list.size();
      case 5:
        throw new IOException("checked " + kind);
      case 6:
        return new int[-kind].length;
      case 7:
        throw new NoSuchElementException("suppressing");
      default:
        Object[] objects = new String[1];
        objects[0] = kind;
        return 8;
    }
  }

  private static Object nothing(int kind) {
    return kind == 3 ? null : "something";
  }

  private record ResourceName(String text) {}

  private static final class Resource implements AutoCloseable {
    private final int value = new ResourceName("resource").text().length();
    private final boolean fails;

    Resource(boolean fails) {
      this.fails = fails;
    }

    @Override
    public void close() {
      if (fails) {
        throw new IllegalStateException("on close");
      }
    }
  }
}
