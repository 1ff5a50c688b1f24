// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.questions;

import dev.preheat.hotspot.UnknownVmException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.module.ModuleReader;
import java.lang.reflect.AccessFlag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.internal.misc.Unsafe;

/**
 * Makes JVMCI note what it is asked. Graal asks JVMCI's own classes, of which there can be no
 * others, so these are defined with notes added, before anybody else has them loaded: each public
 * method first says what it is asked about ({@link QuestionNotes}). That holds for all methods but
 * those in a short list, so that no question is forgotten. Names JVMCI in texts only: a class of it
 * that is already loaded is an error.
 */
public final class JvmciQuestions {

  /**
   * What the name of a class says, or that of a member; that is told by the symbols in an image.
   * All other methods are questions.
   */
  static final Set<String> NAMES =
      Set.of(
          "equals",
          "hashCode",
          "toString",
          "toValueString",
          "getName",
          "getJavaKind",
          "isArray",
          "isPrimitive",
          "getComponentType",
          "getArrayClass",
          "getDeclaringClass",
          "getSignature");

  private static final String PACKAGE = "jdk/vm/ci/hotspot/";
  private static final String INTERFACES = "jdk/vm/ci/";

  /** Texts, too: a reference to the class would have it loaded by the wrong loader. */
  private static final ClassDesc NOTES = ClassDesc.of(own("QuestionNotes"));

  private static final MethodTypeDesc ABOUT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object, NOTES);
  private static final MethodTypeDesc ANSWERED = MethodTypeDesc.of(ConstantDescs.CD_void, NOTES);
  private static final String CLASS = ".class";
  private static final String ANSWER = "$answer";

  /** The VM verifies no class of the boot loader (-XX:-BytecodeVerificationLocal). */
  private static final ClassFile CLASS_FILE = ClassFile.of(StackMapsOption.DROP_STACK_MAPS);

  private final Map<String, ClassModel> classes = new TreeMap<>();

  /** Reads JVMCI from the JDK. */
  JvmciQuestions() {
    try (ModuleReader module = ModuleFiles.open("jdk.internal.vm.ci");
        Stream<String> files = module.list()) {
      for (String file : files.filter(each -> each.startsWith(PACKAGE)).toList()) {
        if (file.indexOf('/', PACKAGE.length()) < 0 && file.endsWith(CLASS)) {
          ClassModel model = ClassFile.of().parse(ModuleFiles.bytes(module, file));
          classes.put(model.thisClass().asInternalName(), model);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the classes of JVMCI", e);
    }
  }

  /** Internal names of all classes of JVMCI's for HotSpot. */
  Set<String> names() {
    return classes.keySet();
  }

  /**
   * Defines the classes of JVMCI that answer questions, and those of Graal that keep what was made
   * with the answers. The first that the compiler does.
   */
  public static void note() {
    for (String name :
        List.of("QuestionNotes", "QuestionNotes$Making", "RememberingMap", "RememberingMap$Made")) {
      defineOwn(name);
    }
    noted().forEach((name, bytes) -> define(name, bytes, null));
    for (GraalCache cache : GraalCache.ALL) {
      define(cache.holder(), cache.remembering(), ClassLoader.getSystemClassLoader());
    }
  }

  /** Classes that both JVMCI and Graal call: the boot loader finds them for both. */
  private static void defineOwn(String simpleName) {
    try (InputStream in = JvmciQuestions.class.getResourceAsStream(simpleName + CLASS)) {
      define(own(simpleName).replace('.', '/'), in.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException("the compiler's jar cannot be read", e);
    }
  }

  /** The name of a class of this package, which is not loaded. */
  static String own(String simpleName) {
    return JvmciQuestions.class.getPackageName() + "." + simpleName;
  }

  private static void define(String name, byte[] bytes, ClassLoader loader) {
    try {
      Unsafe.getUnsafe().defineClass(name, bytes, 0, bytes.length, loader, null);
    } catch (LinkageError e) {
      throw new UnknownVmException("does not let the compiler define " + name + ": " + e, e);
    }
  }

  /** The classes that answer questions, by internal name, with notes; superclasses come first. */
  static Map<String, byte[]> noted() {
    JvmciQuestions jvmci = new JvmciQuestions();
    Map<String, byte[]> noted = new LinkedHashMap<>();
    jvmci.classes.values().forEach(model -> jvmci.addNoted(model, noted));
    return noted;
  }

  private void addNoted(ClassModel model, Map<String, byte[]> noted) {
    String name = model.thisClass().asInternalName();
    if (answers(model) && !noted.containsKey(name)) {
      model
          .superclass()
          .map(ClassEntry::asInternalName)
          .filter(classes::containsKey)
          .ifPresent(superclass -> addNoted(classes.get(superclass), noted));
      noted.put(name, CLASS_FILE.transformClass(model, JvmciQuestions::addNotes));
    }
  }

  /** Whether Graal knows objects of the class: as an interface that is not of HotSpot alone. */
  private boolean answers(ClassModel model) {
    return !model.flags().has(AccessFlag.INTERFACE) && implementsInterface(model);
  }

  private boolean implementsInterface(ClassModel model) {
    return Stream.concat(model.superclass().stream(), model.interfaces().stream())
        .map(ClassEntry::asInternalName)
        .anyMatch(
            name ->
                classes.containsKey(name)
                    ? implementsInterface(classes.get(name))
                    : name.startsWith(INTERFACES));
  }

  /** Whether a method answers callers from outside. */
  private static boolean isAnswer(MethodModel method) {
    AccessFlags flags = method.flags();
    return flags.has(AccessFlag.PUBLIC)
        && !flags.has(AccessFlag.STATIC)
        && !flags.has(AccessFlag.ABSTRACT)
        && !flags.has(AccessFlag.NATIVE)
        && !flags.has(AccessFlag.BRIDGE)
        && !method.methodName().equalsString(ConstantDescs.INIT_NAME);
  }

  /** A method becomes two: one that notes, and one of another name that answers. */
  private static void addNotes(ClassBuilder builder, ClassElement element) {
    if (element instanceof MethodModel method && isAnswer(method)) {
      int flags = method.flags().flagsMask();
      builder.withMethod(
          method.methodName().stringValue() + ANSWER,
          method.methodTypeSymbol(),
          ClassFile.ACC_PRIVATE | (flags & ClassFile.ACC_SYNCHRONIZED),
          answer -> method.code().ifPresent(answer::with));
      ClassDesc holder = method.parent().orElseThrow().thisClass().asSymbol();
      builder.withMethodBody(
          method.methodName().stringValue(),
          method.methodTypeSymbol(),
          flags & ~ClassFile.ACC_SYNCHRONIZED,
          code -> addQuestion(code, holder, method));
    } else {
      builder.with(element);
    }
  }

  private static void addQuestion(CodeBuilder code, ClassDesc holder, MethodModel method) {
    MethodTypeDesc type = method.methodTypeSymbol();
    int notes = code.allocateLocal(TypeKind.REFERENCE);
    code.invokestatic(NOTES, "ask", MethodTypeDesc.of(NOTES)).astore(notes);
    if (!NAMES.contains(method.methodName().stringValue())) {
      code.aload(0).aload(notes).invokestatic(NOTES, "about", ABOUT);
      for (int i = 0; i < type.parameterCount(); i++) {
        if (!type.parameterType(i).isPrimitive()) {
          code.aload(code.parameterSlot(i)).aload(notes).invokestatic(NOTES, "about", ABOUT);
        }
      }
    }
    Label begin = code.newBoundLabel();
    code.aload(0);
    for (int i = 0; i < type.parameterCount(); i++) {
      code.loadLocal(TypeKind.from(type.parameterType(i)), code.parameterSlot(i));
    }
    code.invokespecial(holder, method.methodName().stringValue() + ANSWER, type);
    Label end = code.newBoundLabel();
    code.aload(notes)
        .invokestatic(NOTES, "answered", ANSWERED)
        .return_(TypeKind.from(type.returnType()));
    code.exceptionCatchAll(begin, end, code.newBoundLabel());
    code.aload(notes).invokestatic(NOTES, "answered", ANSWERED).athrow();
  }
}
