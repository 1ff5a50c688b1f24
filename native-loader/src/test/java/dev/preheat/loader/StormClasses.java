// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.loader;

import dev.preheat.testkit.ImageKit;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the program Storm loads. */
final class StormClasses {

  private StormClasses() {}

  /** As many classes as it says that can be loaded (C0, ...) and cannot (B0, ...). */
  static Path jar(ImageKit kit, int count) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      files.put("C" + i + ".class", ClassFile.of().build(ClassDesc.of("C" + i), type -> {}));
      // It overrides a final method, which the VM notices when the class is in its lists already.
      files.put(
          "B" + i + ".class",
          ClassFile.of()
              .build(
                  ClassDesc.of("B" + i),
                  type ->
                      type.withMethodBody(
                          "getClass",
                          MethodTypeDesc.of(ConstantDescs.CD_Class),
                          ClassFile.ACC_PUBLIC,
                          code -> code.aconst_null().areturn())));
    }
    return kit.classJar("storm-classes.jar", files);
  }
}
