// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.programs;

import com.sun.tools.attach.VirtualMachine;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Classes that an agent redefines or retransforms when their methods have run. The agent is
 * attached while the program runs, with the argument {@code redefine} or {@code retransform}.
 */
public final class RedefinitionProgram {
  private static final int OLD = 1_111;
  private static final int NEW = 2_222;
  private static volatile Instrumentation instrumentation;

  private RedefinitionProgram() {}

  static class Redefined {
    private final int field;

    Redefined(int field) {
      this.field = field;
    }

    static int root(int value) {
      return value + 1_111;
    }

    static int inlined(int value) {
      return value * 1_111;
    }

    int instance(int value) {
      return field + value - 1_111;
    }

    /** Runs on while its class is redefined. */
    static int running(String how) throws Exception {
      int before = root(1);
      if (how != null) {
        change(how);
      }
      return before + 1_111 + root(1) * 3;
    }
  }

  static int caller(int value) {
    return Redefined.inlined(value) + 1;
  }

  static int virtualCaller(Redefined object, int value) {
    return object.instance(value) ^ 1;
  }

  static int reliesOnNothing(int value) {
    return value * 31 + 17;
  }

  /** Called by the VM. */
  public static void agentmain(String arguments, Instrumentation given) {
    instrumentation = given;
  }

  public static void main(String[] args) {
    Check.collectGarbage();
    for (int i = 0; i < 3; i++) {
      all("before");
      Check.run("not running", () -> Redefined.running(null));
    }
    if (args.length > 0) {
      Check.run("running", () -> Redefined.running(args[0]));
    }
    for (int i = 0; i < 3; i++) {
      all("after");
    }
  }

  private static void all(String name) {
    Check.run(name + " root", () -> Redefined.root(4));
    Check.run(name + " inlined", () -> caller(4));
    Check.run(name + " virtual", () -> virtualCaller(new Redefined(3), 4));
    Check.run(name + " nothing", () -> reliesOnNothing(4));
  }

  private static void change(String how) throws Exception {
    attach();
    if (how.equals("redefine")) {
      byte[] bytes;
      try (InputStream in =
          RedefinitionProgram.class.getResourceAsStream("RedefinitionProgram$Redefined.class")) {
        bytes = changed(in.readAllBytes());
      }
      instrumentation.redefineClasses(new ClassDefinition(Redefined.class, bytes));
    } else {
      instrumentation.addTransformer(
          new ClassFileTransformer() {
            @Override
            public byte[] transform(
                ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] b) {
              return type == Redefined.class ? changed(b) : null;
            }
          },
          true);
      instrumentation.retransformClasses(Redefined.class);
    }
  }

  private static byte[] changed(byte[] bytes) {
    ClassFile file = ClassFile.of();
    return file.transformClass(
        file.parse(bytes),
        ClassTransform.transformingMethodBodies(
            method -> !method.flags().has(AccessFlag.SYNTHETIC),
            (code, element) -> {
              if (element instanceof ConstantInstruction constant
                  && constant.constantValue().equals(OLD)) {
                code.loadConstant(NEW);
              } else {
                code.with(element);
              }
            }));
  }

  private static void attach() throws Exception {
    Path jar = Files.createTempFile("agent", ".jar");
    try {
      Manifest manifest = new Manifest();
      Attributes attributes = manifest.getMainAttributes();
      attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
      attributes.putValue("Agent-Class", RedefinitionProgram.class.getName());
      attributes.putValue("Can-Redefine-Classes", "true");
      attributes.putValue("Can-Retransform-Classes", "true");
      try (OutputStream out = Files.newOutputStream(jar)) {
        new JarOutputStream(out, manifest).close();
      }
      VirtualMachine machine = VirtualMachine.attach(Long.toString(ProcessHandle.current().pid()));
      machine.loadAgent(jar.toString());
      machine.detach();
    } finally {
      Files.delete(jar);
    }
  }
}
