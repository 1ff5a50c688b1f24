// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import jdk.internal.misc.Unsafe;

/**
 * Has classes defined that fail, in the boot loader, in the application's and in loaders that come
 * and go, while the VM frees what failed: at full collections, and when classes are redefined. An
 * agent, for the redefinitions. Arguments: rounds, and a file with a class that breaks a final
 * method.
 */
public final class Definitions {

  private static volatile Instrumentation instrumentation;

  private final int rounds;
  private final byte[] broken;
  private final byte[] good;
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong defined = new AtomicLong();

  private Definitions(int rounds, byte[] broken, byte[] good) {
    this.rounds = rounds;
    this.broken = broken;
    this.good = good;
  }

  public static void premain(String argument, Instrumentation given) {
    instrumentation = given;
  }

  public static void main(String[] arguments) throws Exception {
    byte[] good;
    try (InputStream in = Definitions.class.getResourceAsStream("Definitions$Twice.class")) {
      good = in.readAllBytes();
    }
    new Definitions(Integer.parseInt(arguments[0]), Files.readAllBytes(Path.of(arguments[1])), good)
        .run();
  }

  /** Defined once by each loader, and then again and again. */
  static final class Twice {}

  /** Its methods change, and so it is another one each time. */
  static final class Redefined {
    static int number() {
      return 1;
    }
  }

  private void run() throws Exception {
    AtomicBoolean isDone = new AtomicBoolean();
    List<Thread> freeing = List.of(repeat(isDone, System::gc), repeat(isDone, this::redefine));
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      threads.add(new Thread(this::inBootLoader));
      threads.add(new Thread(this::inApplicationLoader));
      threads.add(new Thread(this::inOtherLoaders));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    isDone.set(true);
    for (Thread thread : freeing) {
      thread.join();
    }
    System.out.println(failures + " failed, " + defined + " defined, " + Redefined.number());
  }

  private static Thread repeat(AtomicBoolean isDone, Runnable work) {
    Thread thread =
        new Thread(
            () -> {
              while (!isDone.get()) {
                work.run();
              }
            });
    thread.start();
    return thread;
  }

  private void redefine() {
    try (InputStream in = Definitions.class.getResourceAsStream("Definitions$Redefined.class")) {
      ClassDefinition same = new ClassDefinition(Redefined.class, in.readAllBytes());
      instrumentation.redefineClasses(same);
      // A redefinition that fails leaves a class behind, too.
      instrumentation.redefineClasses(new ClassDefinition(Redefined.class, broken));
      throw new IllegalStateException("redefined as another class");
    } catch (IOException | ReflectiveOperationException | UnmodifiableClassException e) {
      throw new IllegalStateException(e);
    } catch (UnsupportedOperationException | LinkageError | InternalError e) {
      // As it has to be.
    }
  }

  /** The same class again is an error that the VM finds when the class is in its list. */
  private void inBootLoader() {
    for (int i = 0; i < rounds; i++) {
      attempt(() -> Unsafe.getUnsafe().defineClass(null, good, 0, good.length, null, null));
      attempt(() -> Unsafe.getUnsafe().defineClass(null, broken, 0, broken.length, null, null));
    }
  }

  private void inApplicationLoader() {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    for (int i = 0; i < rounds; i++) {
      attempt(() -> lookup.defineClass(good));
      attempt(() -> lookup.defineClass(broken));
    }
  }

  private void inOtherLoaders() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    for (int i = 0; i < rounds; i++) {
      Loader loader = new Loader();
      Thread.currentThread().setContextClassLoader(loader);
      attempt(() -> loader.define(good));
      attempt(() -> loader.define(good));
      attempt(() -> loader.define(broken));
    }
    Thread.currentThread().setContextClassLoader(before);
  }

  private interface Definition {
    Class<?> define() throws ReflectiveOperationException;
  }

  private void attempt(Definition definition) {
    try {
      definition.define();
      defined.incrementAndGet();
    } catch (LinkageError e) {
      failures.incrementAndGet();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Loader extends ClassLoader {
    Class<?> define(byte[] bytes) {
      return defineClass(null, bytes, 0, bytes.length);
    }
  }
}
