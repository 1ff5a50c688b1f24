// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import dev.preheat.format.trace.ClassId;
import dev.preheat.format.trace.LoaderRole;
import dev.preheat.format.trace.MethodId;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The classes of a jar and their methods. */
final class Methods {
  private static final String CLASS = ".class";

  private Methods() {}

  /** Internal names of the classes. */
  static SortedSet<String> classes(JarFile jar) {
    SortedSet<String> names = new TreeSet<>();
    jar.stream()
        .map(JarEntry::getName)
        .filter(name -> name.endsWith(CLASS))
        .forEach(name -> names.add(name.substring(0, name.length() - CLASS.length())));
    return names;
  }

  /** Methods with bytecode, class initialisers included, of a class of a jar. */
  static List<MethodId> of(JarFile jar, String className) throws IOException {
    ClassModel model =
        ClassFile.of().parse(jar.getInputStream(jar.getJarEntry(className + CLASS)).readAllBytes());
    ClassId holder = new ClassId(LoaderRole.APP, className);
    List<MethodId> methods = new ArrayList<>();
    for (MethodModel method : model.methods()) {
      if (method.code().isPresent()) {
        methods.add(
            new MethodId(
                holder, method.methodName().stringValue(), method.methodType().stringValue()));
      }
    }
    return methods;
  }

  /** As compiler and loader print it. */
  static String text(MethodId method) {
    return method.holder().name().replace('/', '.') + "." + method.name() + method.descriptor();
  }
}
