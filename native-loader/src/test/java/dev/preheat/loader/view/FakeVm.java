// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.view;

import dev.preheat.loader.install.VmInstaller;
import java.util.function.ToLongBiFunction;
import jdk.internal.misc.Unsafe;

/** Takes the VM's place where code is installed; versions of classes the VM keeps itself. */
final class FakeVm {

  private static final int KIND = 3;
  private static final int VERSION = 2;

  private static final ToLongBiFunction<Object[], long[]> REAL = real();

  private FakeVm() {}

  /** A VM that installs so. */
  static VmInstaller of(ToLongBiFunction<Object[], long[]> install) {
    return new VmInstaller(
        (objects, numbers) ->
            (numbers[KIND] == VERSION ? REAL : install).applyAsLong(objects, numbers),
        false);
  }

  /** What the VM keeps for JVMCI, and code refers to, is there once this has been prepared. */
  private static ToLongBiFunction<Object[], long[]> real() {
    try {
      @SuppressWarnings("unchecked") // the class implements just this type
      ToLongBiFunction<Object[], long[]> real =
          (ToLongBiFunction<Object[], long[]>)
              Unsafe.getUnsafe().allocateInstance(VmInstaller.define());
      if (real.applyAsLong(null, null) < 0) {
        throw new IllegalStateException("it answers otherwise");
      }
      return real;
    } catch (InstantiationException e) {
      throw new IllegalStateException(e);
    }
  }
}
