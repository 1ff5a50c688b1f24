// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.Cleaner;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** When nobody can reach objects, finalizers and actions run, once each; references are cleared. */
@SuppressWarnings({"deprecation", "removal"})
public final class ReferencesProgram {
  private static final int OBJECTS = 40;
  private static final int MOST_COLLECTIONS = 500;
  private static final Cleaner CLEANER = Cleaner.create();

  /** By kind, how many finalizers and actions ran, and the sum of what they were to say. */
  private static final Map<String, AtomicLong> RUNS = new ConcurrentHashMap<>();

  private static final Queue<Object> RESURRECTED = new ConcurrentLinkedQueue<>();
  private static volatile CountDownLatch left;

  private ReferencesProgram() {}

  private static void ran(String kind, int value) {
    RUNS.computeIfAbsent(kind, key -> new AtomicLong()).addAndGet(1_000_000L + value);
    left.countDown();
  }

  static class Finalized implements Cloneable, Serializable {
    final String kind;
    int value;

    Finalized(String kind, int value) {
      this.kind = kind;
      this.value = value;
    }

    @Override
    protected Finalized clone() throws CloneNotSupportedException {
      return (Finalized) super.clone();
    }

    @Override
    protected void finalize() throws Throwable {
      ran(kind, value);
    }
  }

  static final class Inheriting extends Finalized {
    final long[] more = new long[2];

    Inheriting(String kind, int value) {
      super(kind, value);
    }
  }

  static final class Overriding extends Finalized {
    Overriding(String kind, int value) {
      super(kind, value);
    }

    @Override
    protected void finalize() throws Throwable {
      try {
        value *= 2;
      } finally {
        super.finalize();
      }
    }
  }

  static final class Failing extends Finalized {
    Failing(String kind, int value) {
      super(kind, require(value, 1));
      require(value, 0);
    }

    static int require(int value, int remainder) {
      if (value % 2 == remainder) {
        throw new IllegalArgumentException("value " + value);
      }
      return value;
    }
  }

  static final class Resurrecting {
    final int value;

    Resurrecting(int value) {
      this.value = value;
    }

    @Override
    protected void finalize() {
      RESURRECTED.add(this);
      ran("resurrecting", value);
    }
  }

  static final class Throwing {
    @Override
    protected void finalize() {
      ran("throwing", 1);
      throw new IllegalStateException("nobody sees this");
    }
  }

  static class Plain {
    int value;
  }

  static final class FinalizedPlain extends Plain {
    @Override
    protected void finalize() {
      ran("of two classes", value);
    }
  }

  /** Something outside of the heap, which is open as long as this object can be reached. */
  static final class Resource {
    final AtomicBoolean open = new AtomicBoolean(true);
    final int[] memory = {1, 2, 3};

    Resource() {
      AtomicBoolean state = open;
      CLEANER.register(this, () -> state.set(false));
    }

    String work() {
      AtomicBoolean state = open;
      int sum = 0;
      try {
        for (int i = 0; i < memory.length; i++) {
          sum += memory[i];
        }
        for (int i = 0; i < 3; i++) {
          System.gc();
          sum += state.get() ? 10 : 1_000;
        }
        return sum + " open " + state.get();
      } finally {
        Reference.reachabilityFence(this);
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Check.collectGarbage();
    for (int i = 0; i < 2; i++) {
      step("new", OBJECTS, n -> new Finalized("new", n).value);
      step("inheriting", OBJECTS, n -> new Inheriting("inheriting", n).more.length);
      step("overriding", OBJECTS, n -> new Overriding("overriding", n).kind);
      step("clone", 2 * OBJECTS, ReferencesProgram::cloned);
      step("constructor fails", OBJECTS / 2, ReferencesProgram::failing);
      step("two classes", OBJECTS / 2, ReferencesProgram::ofTwoClasses);
      step("anonymous", OBJECTS, ReferencesProgram::anonymous);
      step("reflection", OBJECTS, ReferencesProgram::reflected);
      step("handle", OBJECTS, ReferencesProgram::byHandle);
      step("serialised", 2 * OBJECTS, ReferencesProgram::deserialized);
      step("resurrecting", OBJECTS, n -> new Resurrecting(n).value);
      step("throwing", OBJECTS, n -> new Throwing().hashCode() != 0);
      step("cleaner", OBJECTS, ReferencesProgram::cleaned);
      step("cleaned by hand", OBJECTS, ReferencesProgram::cleanedByHand);
      references("weak", (object, queue) -> new WeakReference<>(object, queue));
      references("phantom", (object, queue) -> new PhantomReference<>(object, queue));
      if (args.length > 0) {
        references("soft", (object, queue) -> new SoftReference<>(object, queue));
      }
      Check.print("ran", new TreeMap<>(RUNS));
      Check.run("kept", ReferencesProgram::kept);
      Check.run("by hand", ReferencesProgram::byHand);
      Check.run("fence", () -> new Resource().work());
      Check.run("map", ReferencesProgram::map);
    }
    Check.print("resurrected", resurrected());
    Check.print("in all", new TreeMap<>(RUNS));
  }

  /** Makes objects, and waits until so many finalizers or actions have run. */
  private static void step(String name, int runs, IntFunction<Object> make)
      throws InterruptedException {
    left = new CountDownLatch(runs);
    StringBuilder made = new StringBuilder();
    make(make, made);
    for (int i = 0; i < MOST_COLLECTIONS && left.getCount() > 0; i++) {
      System.gc();
      left.await(10, TimeUnit.MILLISECONDS);
    }
    Check.print(name, made.toString().hashCode() + " missing " + left.getCount());
  }

  private static void make(IntFunction<Object> make, StringBuilder made) {
    for (int i = 0; i < OBJECTS; i++) {
      made.append(make.apply(i)).append(' ');
    }
  }

  static Object cloned(int value) {
    try {
      Finalized original = value % 2 == 0 ? new Finalized("c", value) : new Inheriting("c", value);
      Finalized copy = original.clone();
      copy.value += 1_000;
      return original.value + " " + copy.getClass().getSimpleName();
    } catch (CloneNotSupportedException e) {
      return e;
    }
  }

  /** The finalizer runs where the constructor of Object has returned. */
  static Object failing(int value) {
    try {
      return new Failing("failing", value).value;
    } catch (IllegalArgumentException e) {
      return e.getMessage() + e.getStackTrace()[1].getLineNumber();
    }
  }

  static Object ofTwoClasses(int value) {
    Plain plain = value % 2 == 0 ? new Plain() : new FinalizedPlain();
    plain.value = value;
    return plain.getClass().getSimpleName();
  }

  static Object anonymous(int value) {
    return new Object() {
      final int own = value * 3;

      @Override
      protected void finalize() {
        ran("anonymous", own);
      }
    }.own;
  }

  static Object reflected(int value) {
    try {
      return Inheriting.class
          .getDeclaredConstructor(String.class, int.class)
          .newInstance("reflected", value)
          .value;
    } catch (ReflectiveOperationException e) {
      return e;
    }
  }

  static Object byHandle(int value) {
    try {
      MethodHandle constructor =
          MethodHandles.lookup()
              .findConstructor(
                  Overriding.class, MethodType.methodType(void.class, String.class, int.class));
      return ((Overriding) constructor.invokeExact("by handle", value)).value;
    } catch (Throwable e) {
      return e;
    }
  }

  static Object deserialized(int value) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(new Finalized("serialised", value));
      }
      ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
      return ((Finalized) new ObjectInputStream(in).readObject()).value;
    } catch (java.io.IOException | ClassNotFoundException e) {
      return e;
    }
  }

  static Object cleaned(int value) {
    Object object = new int[] {value};
    CLEANER.register(object, () -> ran("cleaned", value));
    return value;
  }

  /** The action runs once, at once. */
  static Object cleanedByHand(int value) {
    long before = left.getCount();
    Cleaner.Cleanable cleanable = CLEANER.register(new Object(), () -> ran("by hand", value));
    cleanable.clean();
    cleanable.clean();
    return before >= left.getCount();
  }

  private interface Kind {
    Reference<Object> of(Object object, ReferenceQueue<Object> queue);
  }

  private static void references(String name, Kind kind) throws InterruptedException {
    ReferenceQueue<Object> queue = new ReferenceQueue<>();
    List<Reference<Object>> all = new ArrayList<>();
    for (int i = 0; i < OBJECTS; i++) {
      all.add(kind.of(new long[] {i}, queue));
    }
    int found = 0;
    int cleared = 0;
    for (int i = 0; i < MOST_COLLECTIONS && found < OBJECTS; i++) {
      System.gc();
      Reference<?> reference = queue.remove(10);
      while (reference != null) {
        found++;
        cleared += all.contains(reference) && reference.refersTo(null) ? 1 : 0;
        reference = queue.poll();
      }
    }
    int left = 0;
    for (Reference<Object> each : all) {
      left += each.get() == null ? 0 : 1;
    }
    Check.print(name, "found " + found + " cleared " + cleared + " left " + left);
  }

  /** Nothing is cleared while it can be reached. */
  static String kept() {
    List<Object> objects = new ArrayList<>();
    List<Reference<Object>> references = new ArrayList<>();
    ReferenceQueue<Object> queue = new ReferenceQueue<>();
    for (int i = 0; i < OBJECTS; i++) {
      Object object = new int[] {i};
      objects.add(object);
      references.add(
          i % 2 == 0 ? new WeakReference<>(object, queue) : new SoftReference<>(object, queue));
    }
    System.gc();
    int sum = 0;
    for (int i = 0; i < OBJECTS; i++) {
      Reference<Object> reference = references.get(i);
      sum += reference.get() == objects.get(i) && reference.refersTo(objects.get(i)) ? 1 : 100;
    }
    Reference.reachabilityFence(objects);
    return sum + " " + queue.poll();
  }

  static String byHand() {
    Object object = new Object();
    ReferenceQueue<Object> queue = new ReferenceQueue<>();
    WeakReference<Object> cleared = new WeakReference<>(object, queue);
    SoftReference<Object> enqueued = new SoftReference<>(object, queue);
    PhantomReference<Object> phantom = new PhantomReference<>(object, queue);
    cleared.clear();
    String text = enqueued.enqueue() + " " + enqueued.enqueue() + cleared.get() + enqueued.get();
    text += phantom.get() + " " + phantom.refersTo(object) + cleared.refersTo(object);
    text += (queue.poll() == enqueued) + " " + queue.poll();
    Reference.reachabilityFence(object);
    return text;
  }

  static String map() {
    WeakHashMap<Object, Integer> map = new WeakHashMap<>();
    Object kept = new Object();
    map.put(kept, 1);
    for (int i = 0; i < OBJECTS; i++) {
      map.put(new Object(), i);
    }
    for (int i = 0; i < MOST_COLLECTIONS && map.size() > 1; i++) {
      System.gc();
    }
    return map.size() + " " + map.get(kept);
  }

  /** Those that their finalizers made reachable again are whole, and are not finalized again. */
  static String resurrected() throws InterruptedException {
    long sum = 0;
    int count = 0;
    for (Object each = RESURRECTED.poll(); each != null; each = RESURRECTED.poll()) {
      sum += ((Resurrecting) each).value;
      count++;
    }
    for (int i = 0; i < 3; i++) {
      System.gc();
      System.runFinalization();
    }
    return count + " " + sum + " " + RUNS.get("resurrecting") + RESURRECTED.size();
  }
}
