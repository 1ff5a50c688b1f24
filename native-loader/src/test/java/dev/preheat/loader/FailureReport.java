// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import dev.preheat.loader.options.Options;
import dev.preheat.loader.report.Report;
import dev.preheat.loader.view.FailingVm;
import dev.preheat.loader.view.ImageLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that prints the report of an image whose loader has a bug. Arguments: the image; {@code
 * later} for a bug that comes to light when methods are installed already, {@code memory} for a
 * lack of it then.
 */
final class FailureReport {

  private FailureReport() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.out.println(
        arguments.length > 1 ? later(arguments[1]) : report(FailingVm.load(Path.of(arguments[0]))));
  }

  private static String report(ImageLoader loader) {
    return Report.of("image", null, List.of(), null, loader, null).json();
  }

  private static String later(String how) throws InterruptedException {
    ImageThread thread =
        new ImageThread(
            Options.read(""),
            System.err,
            () -> {
              if (how.equals("memory")) {
                throw new OutOfMemoryError("none left");
              }
              throw new IllegalStateException("a bug");
            });
    if (!thread.startAndWait()) {
      throw new IllegalStateException("refused");
    }
    thread.join();
    return Report.of(
            "image",
            thread.refusal(),
            thread.warnings(),
            thread.failure(),
            thread.loader(),
            thread.phases())
        .json();
  }
}
