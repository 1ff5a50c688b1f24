// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader.view;

import dev.preheat.loader.options.Options;
import dev.preheat.loader.outcome.Phases;
import java.nio.file.Path;
import java.util.function.ToLongBiFunction;

/** Instead of the VM, what has a bug as any part of the loader might have one. */
public final class FailingVm {

  private static final int KIND = 3;
  private static final int STUB = 0;

  private FailingVm() {}

  /** Loads an image, none of whose methods can be installed. */
  public static ImageLoader load(Path image) {
    Options options = Options.read(image.toString());
    ImageLoader loader =
        new ImageLoader(options, new Phases(), null, FakeVm.of(FailingVm::install));
    loader.installAll(true);
    return loader;
  }

  static ToLongBiFunction<Object[], long[]> vm() {
    return FailingVm::install;
  }

  private static long install(Object[] objects, long[] numbers) {
    if (numbers[KIND] != STUB) {
      throw new ArithmeticException("a bug");
    }
    numbers[4] = 4096;
    numbers[5] = 4096;
    return 0;
  }
}
