// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Set;

/**
 * An agent that can make additions of a class subtractions, in methods that nothing else runs;
 * started with the class's name.
 */
public final class Meddler {
  private static final Set<String> METHODS = Set.of("of", "ceilDiv");

  private static Instrumentation instrumentation;

  public static void premain(String meddled, Instrumentation started) {
    instrumentation = started;
    started.addTransformer(
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader, String name, Class<?> old, ProtectionDomain from, byte[] file) {
            return name != null && name.equals(meddled) ? meddle(file) : null;
          }
        });
  }

  static byte[] meddle(byte[] file) {
    return replaceAdditions(file, Opcode.ISUB);
  }

  private static byte[] replaceAdditions(byte[] file, Opcode... replacement) {
    ClassFile classes = ClassFile.of();
    return classes.transformClass(
        classes.parse(file),
        ClassTransform.transformingMethodBodies(
            method -> METHODS.contains(method.methodName().stringValue()),
            (builder, element) -> {
              if (element instanceof OperatorInstruction add && add.opcode() == Opcode.IADD) {
                for (Opcode opcode : replacement) {
                  builder.with(instruction(opcode));
                }
              } else {
                builder.with(element);
              }
            }));
  }

  private static Instruction instruction(Opcode opcode) {
    return opcode == Opcode.SWAP ? StackInstruction.of(opcode) : OperatorInstruction.of(opcode);
  }

  static void redefine(Class<?> type) throws Exception {
    instrumentation.redefineClasses(new ClassDefinition(type, meddle(file(type))));
  }

  /** Redefines a class as what it is. */
  static void repeat(Class<?> type) throws Exception {
    instrumentation.redefineClasses(new ClassDefinition(type, file(type)));
  }

  private static byte[] file(Class<?> type) throws Exception {
    try (var file = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
      return file.readAllBytes();
    }
  }

  static void retransform(Class<?> type) throws Exception {
    ClassFileTransformer transformer =
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader, String name, Class<?> old, ProtectionDomain from, byte[] file) {
            return old == type ? meddle(file) : null;
          }
        };
    instrumentation.addTransformer(transformer, true);
    instrumentation.retransformClasses(type);
  }

  /**
   * Writes the file of a class of the JDK that does the same with other instructions: arguments are
   * its name and a directory.
   */
  public static void main(String[] arguments) throws Exception {
    String name = arguments[0] + ".class";
    Path file = Path.of(arguments[1], name);
    Files.createDirectories(file.getParent());
    try (var in = ClassLoader.getSystemResourceAsStream(name)) {
      Files.write(file, replaceAdditions(in.readAllBytes(), Opcode.SWAP, Opcode.IADD));
    }
  }
}
