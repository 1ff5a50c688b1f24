// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.preheat.testkit.Artifacts;
import dev.preheat.testkit.ChildJvm;
import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What compiles the compiler does not show in what the compiler makes. */
class FewMethodsIT {

  private static final int FEW = 1;
  private static final int MANY = Integer.MAX_VALUE;

  /** Without C2 the VM would not generate routines that code calls. */
  @Test
  void theVmHasTheSameRoutines() throws IOException {
    String missing = missing(MANY);

    assertFalse(missing.contains("sha1_implCompress"), missing);
    assertEquals(missing, missing(FEW));
  }

  private static String missing(int methods) throws IOException {
    List<Path> classPath = new ArrayList<>(Artifacts.compilerPath());
    classPath.add(ImageKit.location(MissingRoutines.class));
    return ChildJvm.bare()
        .options(Artifacts.compilerOptions(methods))
        .classPath(classPath)
        .runMain(MissingRoutines.class.getName())
        .out();
  }
}
