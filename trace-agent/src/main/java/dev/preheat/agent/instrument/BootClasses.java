// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.instrument;

import dev.preheat.agent.boot.CallPath;
import dev.preheat.agent.boot.CallTree;
import dev.preheat.agent.jdk.ClassBytes;
import dev.preheat.agent.jdk.JdkAccess;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;

/**
 * Defines the classes that instrumented code calls in {@code java.lang}: the one package that every
 * class can see, in class loaders that delegate only {@code java.*} and in named modules, too.
 */
final class BootClasses {
  /** Internal name of {@link CallTree} as instrumented code sees it. */
  static final String TREE = "java/lang/$PreheatCallTree";

  /** Internal name of {@link CallPath} as instrumented code sees it. */
  static final String PATH = "java/lang/$PreheatCallPath";

  private BootClasses() {}

  /**
   * Defines them.
   *
   * @return the class that stands for {@link CallTree}
   * @throws IOException if the agent's jar cannot be read
   * @throws IllegalAccessException if the JDK does not allow it
   */
  static Class<?> define(JdkAccess access) throws IOException, IllegalAccessException {
    MethodHandles.Lookup lookup = access.lookupIn(Object.class);
    lookup.defineClass(renamed(CallPath.class));
    return lookup.defineClass(renamed(CallTree.class));
  }

  /** Whether a class is one of these, or one of the agent. */
  static boolean isOurs(String internalName) {
    return internalName.equals(TREE)
        || internalName.equals(PATH)
        || internalName.startsWith("dev/preheat/agent/");
  }

  /**
   * The class file of a class of the agent, in which these classes have their names in {@code
   * java.lang}.
   *
   * @throws IOException if the agent's jar cannot be read
   */
  static byte[] renamed(Class<?> type) throws IOException {
    ClassReader reader = new ClassReader(ClassBytes.of(type));
    ClassWriter writer = new ClassWriter(0);
    Map<String, String> names =
        Map.of(
            CallTree.class.getName().replace('.', '/'),
            TREE,
            CallPath.class.getName().replace('.', '/'),
            PATH);
    reader.accept(new ClassRemapper(writer, new SimpleRemapper(Opcodes.ASM9, names)), 0);
    return writer.toByteArray();
  }
}
