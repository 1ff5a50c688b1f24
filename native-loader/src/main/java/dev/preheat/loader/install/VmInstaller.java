// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.install;

import dev.preheat.loader.outcome.Refusal;
import java.util.function.ToLongBiFunction;
import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.Unsafe;
import jdk.internal.misc.VM;

/**
 * The one way into the VM's code installer: a class in JVMCI's package, defined from bytes that
 * this module carries along (src/main/jvmci).
 */
public final class VmInstaller {

  private static final String INSTALLER = "jdk/vm/ci/hotspot/PreheatInstaller";
  private static final String HOST = "jdk.vm.ci.hotspot.CompilerToVM";

  /**
   * Options with which nothing is compiled (src/hotspot/share/compiler/compilerDefinitions.cpp).
   */
  private static final String[] INTERPRETING = {"-Xint", "-XX:TieredStopAtLevel=0"};

  /**
   * ClassOption.NESTMATE, HIDDEN_CLASS and STRONG_LOADER_LINK
   * (java.lang.invoke.MethodHandleNatives.Constants): the class is the boot loader's, for ever.
   */
  private static final int NEST_MATE_AND_HIDDEN_FOR_EVER = 1 | 2 | 4;

  /** No place in an nmethod: its level stays. */
  private static final int NOWHERE = 0;

  private static final int KIND_STUB = 0;
  private static final int KIND_METHOD = 1;
  private static final int KIND_VERSION = 2;

  private final ToLongBiFunction<Object[], long[]> installer;
  private final Object[] objects = new Object[4];
  private final long[] numbers = new long[8];
  private final boolean isTiered;
  private long keptConstants;

  /**
   * Takes what installs, as {@code PreheatInstaller} (src/main/jvmci) describes it.
   *
   * @param isTiered whether code can make way for the JIT
   */
  public VmInstaller(ToLongBiFunction<Object[], long[]> installer, boolean isTiered) {
    this.installer = installer;
    this.isTiered = isTiered;
  }

  /**
   * Prepares the VM.
   *
   * @throws Refusal when JVMCI is not enabled; the VM itself disables it where it only interprets
   *     (src/hotspot/share/jvmci/jvmci_globals.cpp)
   */
  public static VmInstaller create() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // JVMCI looks for its back end through the context class loader, in every jar that this knows.
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      Class<?> type = define();
      @SuppressWarnings("unchecked") // the class implements just this type
      ToLongBiFunction<Object[], long[]> installer =
          (ToLongBiFunction<Object[], long[]>) Unsafe.getUnsafe().allocateInstance(type);
      return new VmInstaller(installer, installer.applyAsLong(null, null) == 1);
    } catch (InternalError | InstantiationException | LinkageError e) {
      throw noJvmci(e.toString());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Defines what installs once more.
   *
   * @return a hidden class of the boot loader, which no archive has
   */
  public static Class<?> define() {
    try {
      Class<?> host = Class.forName(HOST, false, null);
      return SharedSecrets.getJavaLangAccess()
          .defineClass(
              null,
              host,
              INSTALLER,
              InstallerClass.bytes(),
              null,
              false,
              NEST_MATE_AND_HIDDEN_FOR_EVER,
              null);
    } catch (ClassNotFoundException e) {
      if (isInterpretedOnly()) {
        throw new Refusal(
            "JVM",
            "one that runs compiled code",
            "interpreted mode",
            "start without -Xint and -XX:TieredStopAtLevel=0");
      }
      throw noJvmci("JVMCI disabled or missing");
    }
  }

  /** The class of what installs. */
  public Class<?> type() {
    return installer.getClass();
  }

  /** Whether code can make way for the JIT in this JVM. */
  public boolean isTiered() {
    return isTiered;
  }

  private static boolean isInterpretedOnly() {
    for (String option : VM.getRuntimeArguments()) {
      for (String interpreting : INTERPRETING) {
        if (option.equals(interpreting)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Installs a stub or a method.
   *
   * @param stream address of the install stream, its chunk header before it
   * @param levelOffset of the level in an nmethod
   * @param methodCode where the VM keeps the address of the method's nmethod
   * @return JVMCI::CodeInstallResult
   */
  int install(
      boolean isStub,
      long stream,
      byte[] code,
      byte[] data,
      int dataAlignment,
      int frameBytes,
      int levelOffset,
      long methodCode,
      Object[] pool) {
    objects[0] = code;
    objects[1] = data;
    objects[2] = pool;
    objects[3] = null;
    numbers[0] = stream;
    numbers[1] = dataAlignment;
    numbers[2] = frameBytes;
    numbers[3] = isStub ? KIND_STUB : KIND_METHOD;
    numbers[6] = isTiered ? levelOffset : NOWHERE;
    numbers[7] = methodCode;
    return (int) installer.applyAsLong(objects, numbers);
  }

  /**
   * Has the VM keep the present version of a class, whatever is done to the class.
   *
   * @param klass {@code InstanceKlass*}
   * @return what it is kept for; once that is gone, the VM may free it
   */
  Object keep(long klass) {
    numbers[0] = klass;
    numbers[3] = KIND_VERSION;
    keptConstants = installer.applyAsLong(objects, numbers);
    Object keeper = objects[3];
    objects[3] = null;
    return keeper;
  }

  /**
   * Whether the version that {@link #keep} was asked for last has these constants.
   *
   * @param constants {@code ConstantPool*}
   */
  boolean isKept(long constants) {
    return constants == keptConstants;
  }

  /** Lets go of the objects of what was installed last. */
  public void forget() {
    objects[2] = null;
  }

  /** Address of what was installed last: an nmethod, or a stub. */
  long address() {
    return numbers[4];
  }

  /** Start of the code of what was installed last. */
  long codeStart() {
    return numbers[5];
  }

  /** What the VM said to the last failure; may be null. */
  String failure() {
    return (String) objects[3];
  }

  private static Refusal noJvmci(String found) {
    return new Refusal(
        "JVMCI",
        "a JVM that has it enabled",
        found,
        "start with -XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI");
  }
}
