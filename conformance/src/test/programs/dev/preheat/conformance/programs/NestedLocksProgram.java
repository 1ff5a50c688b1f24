// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.util.function.Supplier;

/**
 * Locks on an object of one's own, taken again inside, up to three levels deep: Graal takes none of
 * them until the object escapes, and then the outermost only. After each, the object must be free
 * for another thread. (Graal 25.0.4 takes no lock again that it had eliminated: {@code
 * DefaultJavaLoweringProvider}, {@code PartialEscapeBlockState}.)
 */
public final class NestedLocksProgram {
  private static Object escaped;
  private static int count;

  private NestedLocksProgram() {}

  private static final class Own {
    int value;
    Object next;

    synchronized int add(int by) {
      value += by;
      return value;
    }

    synchronized int addTwice(int by) {
      return add(by) + add(by);
    }

    synchronized int addThrice(int by, boolean escapes) {
      if (escapes) {
        escaped = this;
      }
      return addTwice(by) + add(by);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Check.collectGarbage();
    for (int i = 0; i < 4; i++) {
      for (int where = 0; where < 9; where++) {
        int at = where;
        check("three " + at, () -> three(at));
        check("two objects " + at, () -> twoObjects(at));
        check("loop " + at, () -> loop(at));
        check("unrolled " + at, () -> unrolled(at));
        check("again " + at, () -> again(at));
        check("branches " + at, () -> branches(at, at % 3));
        check("fails " + at, () -> fails(at, new int[3]));
        check("methods " + at, () -> methods(at));
        check("finally " + at, () -> finallyInside(at));
        check("deoptimises " + at, () -> deoptimises(at));
      }
    }
  }

  /** Prints a result, how the escaped object is locked, and whether another thread can lock it. */
  private static void check(String name, Supplier<Integer> piece) throws InterruptedException {
    escaped = null;
    count = 0;
    String result;
    try {
      result = Integer.toString(piece.get());
    } catch (RuntimeException e) {
      result = Check.describe(e);
    }
    Object object = escaped;
    String free = "none";
    if (object != null) {
      boolean held = Thread.holdsLock(object);
      Thread other = new Thread(() -> lock(object));
      other.start();
      other.join();
      free = held ? "held" : "free";
    }
    Check.print(name, result + " " + count + " " + free);
  }

  private static void lock(Object object) {
    synchronized (object) {
      count += 1_000;
    }
  }

  private static void escape(Object object, int depth) {
    escaped = object;
    count += Thread.holdsLock(object) ? depth : -depth;
  }

  private static int three(int where) {
    Own own = new Own();
    if (where == 0) {
      escape(own, 1);
    }
    synchronized (own) {
      own.value++;
      if (where == 1) {
        escape(own, 10);
      }
      synchronized (own) {
        own.value++;
        if (where == 2) {
          escape(own, 100);
        }
        synchronized (own) {
          own.value++;
          if (where == 3) {
            escape(own, 1_000);
          }
        }
        if (where == 4) {
          escape(own, 10_000);
        }
      }
      if (where == 5) {
        escape(own, 100_000);
      }
    }
    if (where == 6) {
      escape(own, 1_000_000);
    }
    return own.value;
  }

  private static int twoObjects(int where) {
    Own one = new Own();
    Own two = new Own();
    synchronized (one) {
      synchronized (two) {
        synchronized (one) {
          one.next = two;
          synchronized (two) {
            two.value++;
            if (where == 1) {
              escape(one, 1);
            }
            if (where == 2) {
              escape(two, 2);
            }
          }
          if (where == 3) {
            two.next = one;
            escape(two, 3);
          }
        }
        if (where == 4) {
          escape(one, 4);
        }
      }
      if (where == 5) {
        escape(two, 5);
      }
    }
    return two.value * 10 + (one.next == two ? 1 : 2);
  }

  private static int loop(int where) {
    int sum = 0;
    for (int i = 0; i < 20; i++) {
      Own own = new Own();
      synchronized (own) {
        synchronized (own) {
          own.value = i;
          synchronized (own) {
            if (i == where * 2) {
              escape(own, i);
            }
            if (i == where + 11) {
              continue;
            }
          }
          sum += own.value;
        }
        if (i > where + 12) {
          escape(own, 100);
          break;
        }
      }
    }
    return sum;
  }

  /** The object lives through all rounds of a loop whose number is known. */
  private static int unrolled(int where) {
    Own own = new Own();
    synchronized (own) {
      for (int i = 0; i < 4; i++) {
        synchronized (own) {
          own.value += i;
          synchronized (own) {
            if (i == where) {
              escape(own, i + 1);
            }
          }
        }
      }
    }
    return own.value;
  }

  /** One lock after the other: they become one. */
  private static int again(int where) {
    Own own = new Own();
    synchronized (own) {
      own.value++;
    }
    synchronized (own) {
      synchronized (own) {
        own.value++;
        if (where == 1) {
          escape(own, 1);
        }
      }
      synchronized (own) {
        own.value++;
        if (where == 2) {
          escape(own, 2);
        }
      }
    }
    synchronized (own) {
      own.value++;
      if (where == 3) {
        escape(own, 3);
      }
    }
    return own.value;
  }

  private static int branches(int where, int kind) {
    Own own = new Own();
    synchronized (own) {
      synchronized (own) {
        if (kind == 0) {
          synchronized (own) {
            if (where > 4) {
              escape(own, 1);
            }
            own.value += 1;
          }
        } else if (kind == 1) {
          escape(own, 2);
          synchronized (own) {
            own.value += 2;
          }
        } else {
          own.value += 3;
        }
      }
      if (where == 2) {
        escape(own, 4);
      }
      synchronized (own) {
        own.value += 10;
      }
    }
    return own.value;
  }

  private static int fails(int where, int[] array) {
    Own own = new Own();
    synchronized (own) {
      synchronized (own) {
        own.value = array[0];
        if ((where & 1) == 1) {
          escape(own, 1);
        }
        synchronized (own) {
          return array[where] + own.value;
        }
      }
    }
  }

  private static int methods(int where) {
    Own own = new Own();
    int sum = own.addThrice(where, where == 3);
    synchronized (own) {
      sum += own.addThrice(1, where == 5);
    }
    if (where == 7) {
      escape(own, 7);
    }
    return sum;
  }

  private static int finallyInside(int where) {
    Own own = new Own();
    synchronized (own) {
      try {
        synchronized (own) {
          own.value++;
          if (where % 3 == 1) {
            throw new IllegalStateException("inside");
          }
        }
      } catch (IllegalStateException e) {
        synchronized (own) {
          own.value += 10;
          if (where == 4) {
            escape(own, 4);
          }
        }
      } finally {
        synchronized (own) {
          own.value += 100;
          if (where == 5) {
            escape(own, 5);
          }
        }
      }
    }
    return own.value;
  }

  /** Goes on interpreted while three locks are held that were never taken. */
  private static int deoptimises(int where) {
    Own own = new Own();
    synchronized (own) {
      synchronized (own) {
        synchronized (own) {
          own.value = Deferred.VALUE;
          if (where == 6) {
            escape(own, 6);
          }
        }
        own.value++;
      }
      own.value++;
    }
    return own.value;
  }

  /** Linked, but not initialised when code is installed. */
  private static final class Deferred {
    static final int VALUE = Integer.parseInt("40");
  }
}
