// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.stressed;

import dev.preheat.conformance.stressed.work.Changing;
import dev.preheat.conformance.stressed.work.ChangingWork;
import dev.preheat.conformance.stressed.work.Works;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.math.BigInteger;
import java.security.ProtectionDomain;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Redefines and retransforms classes while they are used: one between two versions, which is
 * checked; others, of the JDK, too, to what they are, which takes their code away and changes
 * nothing else.
 */
final class Redefinition {
  private static final List<Class<?>> OF_JDK =
      List.of(
          ArrayDeque.class,
          PriorityQueue.class,
          TreeMap.class,
          BigInteger.class,
          Pattern.class,
          ReentrantLock.class,
          ConcurrentHashMap.class,
          Arrays.class,
          HashMap.class,
          ArrayList.class);

  private static final String CLASS = ".class";

  private final Instrumentation instrumentation;
  private final Map<String, byte[]> classFiles = classFiles();
  private final List<Class<?>> ofProgram = new ArrayList<>();
  private volatile int wanted = Changing.OLD;
  private int step;

  Redefinition(Instrumentation instrumentation) throws IOException {
    this.instrumentation = instrumentation;
    Works.all().values().forEach(work -> ofProgram.add(work.getClass()));
    instrumentation.addTransformer(
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] b) {
            return type == Changing.class ? version(b, wanted) : null;
          }
        },
        true);
  }

  /** The next change of those that follow each other for ever. */
  void next() throws Exception {
    int turn = step / 4;
    switch (step % 4) {
      case 0 -> change(Changing.NEW, turn % 2 == 0);
      case 1 -> same(ofProgram.get(turn % ofProgram.size()));
      case 2 -> change(Changing.OLD, turn % 2 == 0);
      default -> instrumentation.retransformClasses(OF_JDK.get(turn % OF_JDK.size()));
    }
    step++;
  }

  /** Changes the class of a copy to the second version and back. */
  void changeCopy(ClassLoader copy) throws Exception {
    Class<?> type = Class.forName(Changing.class.getName(), true, copy);
    for (int constant : new int[] {Changing.NEW, Changing.OLD}) {
      instrumentation.redefineClasses(new ClassDefinition(type, version(bytes(type), constant)));
      Class<?> user = Class.forName(ChangingWork.class.getName(), true, copy);
      check(constant, (Integer) user.getMethod("version").invoke(null));
    }
    same(Class.forName(ofProgram.get(step % ofProgram.size()).getName(), true, copy));
  }

  private void change(int constant, boolean redefine) throws Exception {
    wanted = constant;
    if (redefine) {
      instrumentation.redefineClasses(
          new ClassDefinition(Changing.class, version(bytes(Changing.class), constant)));
    } else {
      instrumentation.retransformClasses(Changing.class);
    }
    check(constant, ChangingWork.version());
  }

  private void same(Class<?> type) throws Exception {
    instrumentation.redefineClasses(new ClassDefinition(type, bytes(type)));
  }

  private static void check(int expected, int found) throws WrongResult {
    if (found != expected) {
      throw new WrongResult("redefined: expected " + expected + ", found " + found);
    }
  }

  private byte[] bytes(Class<?> type) {
    return classFiles.get(type.getName());
  }

  /** Read once: streams of a jar that class loaders share end when one of these is closed. */
  private static Map<String, byte[]> classFiles() throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    String path = Changing.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    try (JarFile jar = new JarFile(path)) {
      for (JarEntry entry : jar.stream().toList()) {
        String name = entry.getName();
        if (name.endsWith(CLASS)) {
          try (InputStream in = jar.getInputStream(entry)) {
            String dotted = name.substring(0, name.length() - CLASS.length()).replace('/', '.');
            files.put(dotted, in.readAllBytes());
          }
        }
      }
    }
    return files;
  }

  private static byte[] version(byte[] bytes, int constant) {
    ClassFile file = ClassFile.of();
    return file.transformClass(
        file.parse(bytes),
        ClassTransform.transformingMethodBodies(
            (code, element) -> {
              if (element instanceof ConstantInstruction load
                  && (load.constantValue().equals(Changing.OLD)
                      || load.constantValue().equals(Changing.NEW))) {
                code.loadConstant(constant);
              } else {
                code.with(element);
              }
            }));
  }
}
