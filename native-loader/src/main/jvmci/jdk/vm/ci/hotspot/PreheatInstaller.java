// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package jdk.vm.ci.hotspot;

import java.lang.reflect.Field;
import java.util.function.ToLongBiFunction;
import jdk.internal.misc.Unsafe;
import jdk.vm.ci.code.InstalledCode;
import jdk.vm.ci.code.site.Site;
import jdk.vm.ci.hotspot.HotSpotConstantPool.JvmConstant;
import jdk.vm.ci.hotspot.HotSpotConstantPool.JvmConstants;

/**
 * Installs machine code. The loader defines this class in the package of {@link CompilerToVM}, as a
 * hidden nest mate of it, because that class and its {@code registerNatives} are not accessible
 * otherwise, and going through {@code HotSpotJVMCIRuntime} costs a start-up more than everything
 * else that the loader does.
 *
 * <p>The loader has no common ancestor with this class but the JDK's own, hence the arrays instead
 * of parameters.
 */
final class PreheatInstaller implements ToLongBiFunction<Object[], long[]> {

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final byte[] NO_SPECULATIONS = new byte[0];

  /** The sites are in the stream, but with -esa the constructor looks at the array. */
  private static final Site[] NO_SITES = new Site[0];

  // CompLevel, src/hotspot/share/compiler/compilerDefinitions.hpp
  private static final byte LIMITED_PROFILE = 2;
  private static final byte FULL_OPTIMIZATION = 4;

  // Names in JVMCI's table of tags, and in the VM.
  private static final String TAG_PREFIX = "jvm";
  private static final String CONSTANT_PREFIX = "JVM_CONSTANT_";

  /** Place of the constants in what readConfiguration returns (HotSpotVMConfigStore). */
  private static final int VM_CONSTANTS = 1;

  private CompilerToVM compilerToVm;

  /** Names and values, null once {@link #fillTags} has been tried. */
  private Object[] vmConstants;

  private long addressOffset;
  private long codeStartOffset;

  /**
   * Without arguments, prepares the VM: binds the native methods and lets the VM fill {@code
   * CompilerToVM::Data} (src/hotspot/share/jvmci/jvmciCompilerToVMInit.cpp), which the code
   * installer and the image's externals read. Returns whether code can make way for the JIT, 1 for
   * yes.
   *
   * <p>Else installs, or has the VM keep the present version of a class, whose {@code
   * ConstantPool*} is returned.
   *
   * @param objects in: code, data section, object pool or null; out: the VM's message on failure,
   *     or what the version is kept for
   * @param numbers in: address of the install stream or of the class, alignment of the data
   *     section, frame size, 0 for a stub, 1 for a method or 2 for a class, two for results, offset
   *     of the level in an nmethod, or 0 where it has to stay, where the VM keeps the address of
   *     the method's nmethod; out: address of the code blob, start of its code
   * @return JVMCI::CodeInstallResult (src/hotspot/share/jvmci/jvmci.hpp), 0 means installed
   */
  @Override
  public long applyAsLong(Object[] objects, long[] numbers) {
    if (objects == null) {
      prepare();
      return isTiered() ? 1 : 0;
    }
    return switch ((int) numbers[3]) {
      case 0 -> installStub(objects, numbers);
      case 1 -> installMethod(objects, numbers);
      default -> keepVersion(objects, numbers[0]);
    };
  }

  private void prepare() {
    CompilerToVM.registerNatives();
    try {
      // Its constructor would read the JVM's saved properties for a timer, in milliseconds.
      compilerToVm = (CompilerToVM) UNSAFE.allocateInstance(CompilerToVM.class);
    } catch (InstantiationException e) {
      throw new IllegalStateException(e);
    }
    vmConstants = (Object[]) compilerToVm.readConfiguration()[VM_CONSTANTS];
    addressOffset = UNSAFE.objectFieldOffset(InstalledCode.class, "address");
    codeStartOffset = UNSAFE.objectFieldOffset(HotSpotInstalledCode.class, "codeStart");
  }

  /**
   * Whether the policy leads from level 2 to code of C2
   * (src/hotspot/share/compiler/compilationPolicy.cpp): all compilers are there, none is left out,
   * and loops are compiled, too. Without C1 the VM would end when code asked for more
   * (CompileBroker::compile_method, src/hotspot/share/compiler/compileBroker.cpp).
   */
  private boolean isTiered() {
    return Boolean.TRUE.equals(compilerToVm.getFlagValue("TieredCompilation"))
        && Long.valueOf(FULL_OPTIMIZATION).equals(compilerToVm.getFlagValue("TieredStopAtLevel"))
        && isOfAllLevels(compilerToVm.getFlagValue("CompilationMode"))
        && Boolean.FALSE.equals(compilerToVm.getFlagValue("UseJVMCICompiler"))
        && Boolean.TRUE.equals(compilerToVm.getFlagValue("UseOnStackReplacement"));
  }

  /** Two names of one mode: src/hotspot/share/compiler/compilerDefinitions.cpp. */
  private static boolean isOfAllLevels(Object mode) {
    return "default".equals(mode) || "normal".equals(mode);
  }

  /**
   * Has the VM keep the present version of a class. What JVMCI has a handle of counts as being on a
   * stack (JVMCI::metadata_do, src/hotspot/share/jvmci/jvmci.cpp), and with its constants the VM
   * keeps all of a version (InstanceKlass::add_previous_version,
   * src/hotspot/share/oops/instanceKlass.cpp). It looks for the constants and makes the handle
   * without a safepoint in between (getConstantPool,
   * src/hotspot/share/jvmci/jvmciCompilerToVM.cpp). JVMCI frees the handle when its object is gone.
   */
  private long keepVersion(Object[] objects, long klass) {
    if (vmConstants != null) {
      fillTags();
      vmConstants = null;
    }
    HotSpotConstantPool pool = compilerToVm.getConstantPool(null, klass, true);
    objects[3] = pool;
    return pool.getConstantPoolPointer();
  }

  /**
   * Each of JVMCI's objects for constants refers to the one table of tags. The initialiser of that
   * would start the whole JVMCI runtime to get at the VM's numbers, which are here already. Where
   * the table does not look as expected, or is there, it is left to JVMCI.
   */
  private void fillTags() {
    try {
      int externalMax = vmConstant("ExternalMax");
      int internalMin = vmConstant("InternalMin");
      int internalMax = vmConstant("InternalMax");
      JvmConstant[] table = new JvmConstant[externalMax + 1 + internalMax - internalMin + 1];
      JvmConstants tags = (JvmConstants) UNSAFE.allocateInstance(JvmConstants.class);
      Field instance = null;
      for (Field field : JvmConstants.class.getDeclaredFields()) {
        String name = field.getName();
        if (field.getType() == JvmConstant.class) {
          int tag = vmConstant(name.substring(TAG_PREFIX.length()));
          JvmConstant constant = new JvmConstant(tag, name.substring(TAG_PREFIX.length()));
          table[tag < internalMin ? tag : tag - internalMin + externalMax + 1] = constant;
          UNSAFE.putReference(tags, UNSAFE.objectFieldOffset(field), constant);
        } else if (field.getType() == JvmConstants.class) {
          instance = field;
        }
      }
      putInt(tags, "externalMax", externalMax);
      putInt(tags, "internalMin", internalMin);
      putInt(tags, "internalMax", internalMax);
      UNSAFE.putReference(tags, UNSAFE.objectFieldOffset(JvmConstants.class, "table"), table);
      UNSAFE.compareAndSetReference(
          UNSAFE.staticFieldBase(instance), UNSAFE.staticFieldOffset(instance), null, tags);
    } catch (InstantiationException | RuntimeException | InternalError e) {
      // JVMCI does it itself.
    }
  }

  private static void putInt(JvmConstants tags, String field, int value) {
    UNSAFE.putInt(tags, UNSAFE.objectFieldOffset(JvmConstants.class, field), value);
  }

  /** One of the VM's numbers of constants, by the end of its name. */
  private int vmConstant(String name) {
    for (int i = 0; i < vmConstants.length; i += 2) {
      String each = (String) vmConstants[i];
      if (each.length() == CONSTANT_PREFIX.length() + name.length()
          && each.startsWith(CONSTANT_PREFIX)
          && each.endsWith(name)) {
        return ((Long) vmConstants[i + 1]).intValue();
      }
    }
    throw new IllegalStateException(name);
  }

  private long installStub(Object[] objects, long[] numbers) {
    byte[] code = (byte[]) objects[0];
    byte[] data = (byte[]) objects[1];
    HotSpotCompiledCode compiled =
        new HotSpotCompiledCode(
            null,
            code,
            code.length,
            NO_SITES,
            null,
            null,
            null,
            data,
            (int) numbers[1],
            null,
            false,
            (int) numbers[2],
            null);
    return install(compiled, new HotSpotRuntimeStub(null), objects, numbers);
  }

  private long installMethod(Object[] objects, long[] numbers) {
    byte[] code = (byte[]) objects[0];
    byte[] data = (byte[]) objects[1];
    HotSpotCompiledNmethod compiled =
        new HotSpotCompiledNmethod(
            null,
            code,
            code.length,
            NO_SITES,
            null,
            null,
            null,
            data,
            (int) numbers[1],
            null,
            false,
            (int) numbers[2],
            null,
            null,
            -1,
            -1,
            0L,
            false);
    long result = install(compiled, new HotSpotNmethod(null, null, true, 1L), objects, numbers);
    if (result != 0) {
      objects[3] = compiled.getInstallationFailureMessage();
    } else if (numbers[6] != 0) {
      lower(numbers[4], numbers[6], numbers[7]);
    }
    return result;
  }

  /**
   * Makes the VM take code for such as counts, from which its policy leads on; from the level of
   * JVMCI's code it does not. Code that the JIT has replaced meanwhile may soon be freed, but only
   * by two collections, which the look and the write leave no time for.
   */
  private static void lower(long nmethod, long level, long code) {
    if (UNSAFE.getLong(code) == nmethod) {
      UNSAFE.putByte(nmethod + level, LIMITED_PROFILE);
    }
  }

  private long install(
      HotSpotCompiledCode compiled,
      HotSpotInstalledCode installed,
      Object[] objects,
      long[] numbers) {
    int result =
        compilerToVm.installCode0(
            numbers[0], 0L, false, compiled, (Object[]) objects[2], installed, 0L, NO_SPECULATIONS);
    if (result == 0) {
      // getAddress() and getStart() would start the whole JVMCI runtime.
      numbers[4] = UNSAFE.getLong(installed, addressOffset);
      numbers[5] = UNSAFE.getLong(installed, codeStartOffset);
    }
    return result;
  }
}
