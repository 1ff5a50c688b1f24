// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import dev.preheat.loader.image.ChangedRecord;
import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program and its image, which has {@link #METHODS} methods of {@link #METHOD_BYTES} bytes of
 * code in the class Work.
 *
 * @param program the program's jar
 */
record LargeImage(Path loader, Path program, Path image) {

  static final int METHODS = 100;
  static final int METHOD_BYTES = 1 << 17;

  /**
   * Makes program and image.
   *
   * @param kit which may have traced more already
   * @param name of the program in {@code src/test/programs}
   */
  static LargeImage of(ImageKit kit, String name) throws IOException {
    Path loader = kit.loaderJar();
    for (int i = 0; i < METHODS; i++) {
      kit.method("Work", "m" + i, "(I)I");
    }
    Path program =
        kit.programJar(
            "program.jar", Files.readString(Path.of("src/test/programs", name + ".java")), work());
    Path image =
        ChangedRecord.write(
            kit.image(List.of(loader, program)),
            "large.so",
            "Work\\..*",
            old -> ChangedRecord.resized(old, METHOD_BYTES, old.body().data().length));
    return new LargeImage(loader, program, image);
  }

  private static String work() {
    StringBuilder source = new StringBuilder();
    source.append("public class Work {\n  public static int all(int x) {\n    int sum = 0;\n");
    for (int i = 0; i < METHODS; i++) {
      source.append("    sum += m").append(i).append("(x);\n");
    }
    source.append("    return sum;\n  }\n");
    for (int i = 0; i < METHODS; i++) {
      source.append("  static int m").append(i).append("(int x) { return x + ").append(i);
      source.append("; }\n");
    }
    return source.append("}\n").toString();
  }
}
