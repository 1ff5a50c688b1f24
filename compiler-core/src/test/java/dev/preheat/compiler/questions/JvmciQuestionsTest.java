// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.questions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jdk.vm.ci.meta.ConstantPool;
import jdk.vm.ci.meta.ConstantReflectionProvider;
import jdk.vm.ci.meta.JavaConstant;
import jdk.vm.ci.meta.MemoryAccessProvider;
import jdk.vm.ci.meta.MetaAccessProvider;
import jdk.vm.ci.meta.MethodHandleAccessProvider;
import jdk.vm.ci.meta.ResolvedJavaField;
import jdk.vm.ci.meta.ResolvedJavaMethod;
import jdk.vm.ci.meta.ResolvedJavaType;
import jdk.vm.ci.meta.Signature;
import org.junit.jupiter.api.Test;

/** Every method of JVMCI that answers something about a class notes it, whoever adds one. */
class JvmciQuestionsTest {

  /** Ways for Graal to learn of classes. */
  private static final List<Class<?>> ANSWERING =
      List.of(
          ResolvedJavaType.class,
          ResolvedJavaMethod.class,
          ResolvedJavaField.class,
          JavaConstant.class,
          ConstantPool.class,
          Signature.class,
          MetaAccessProvider.class,
          ConstantReflectionProvider.class,
          MemoryAccessProvider.class,
          MethodHandleAccessProvider.class);

  /** Arguments that {@link AskedClasses} finds a class in. */
  private static final Set<String> SUBJECTS =
      Set.of(
          "jdk.vm.ci.hotspot.HotSpotResolvedJavaField",
          "jdk.vm.ci.hotspot.HotSpotResolvedObjectType",
          "jdk.vm.ci.meta.Constant",
          "jdk.vm.ci.meta.JavaType",
          "jdk.vm.ci.meta.JavaConstant",
          "jdk.vm.ci.meta.ResolvedJavaField",
          "jdk.vm.ci.meta.ResolvedJavaMethod",
          "jdk.vm.ci.meta.ResolvedJavaType",
          "jdk.vm.ci.meta.ResolvedJavaType[]");

  /** Arguments that say nothing of a class: names, and what is never used here. */
  private static final Set<String> OTHERS =
      Set.of(
          "jdk.vm.ci.meta.Assumptions",
          "jdk.vm.ci.meta.Signature",
          "jdk.vm.ci.meta.SpeculationLog",
          "jdk.vm.ci.meta.SpeculationLog$Speculation",
          "jdk.vm.ci.meta.UnresolvedJavaField",
          "jdk.vm.ci.meta.UnresolvedJavaType");

  private final Map<String, ClassModel> noted = new TreeMap<>();

  JvmciQuestionsTest() {
    JvmciQuestions.noted()
        .forEach((name, bytes) -> noted.put(name.replace('/', '.'), ClassFile.of().parse(bytes)));
  }

  @Test
  void everyClassThatAnswersNotesWhatItIsAsked() throws ClassNotFoundException {
    int answering = 0;
    for (Class<?> type : hotSpotClasses()) {
      if (ANSWERING.stream().anyMatch(each -> each.isAssignableFrom(type))) {
        assertEquals(List.of(), silent(type), type::toString);
        answering++;
      }
    }
    assertTrue(answering >= 14, noted.keySet()::toString);
  }

  /** Methods that can be called from outside and do not note anything. */
  private List<String> silent(Class<?> type) {
    List<String> silent = new ArrayList<>();
    for (Method method : type.getMethods()) {
      Class<?> holder = method.getDeclaringClass();
      boolean answers =
          !holder.isInterface()
              && holder != Object.class
              && !Modifier.isStatic(method.getModifiers())
              && !Modifier.isAbstract(method.getModifiers())
              && !method.isBridge();
      if (answers && !notes(method)) {
        silent.add(method.toString());
      }
    }
    return silent;
  }

  private boolean notes(Method method) {
    String descriptor =
        MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .descriptorString();
    ClassModel holder = noted.get(method.getDeclaringClass().getName());
    return holder != null
        && holder.methods().stream()
            .filter(
                each ->
                    each.methodName().equalsString(method.getName())
                        && each.methodType().equalsString(descriptor))
            .anyMatch(
                each ->
                    calls(each).contains("ask")
                        && calls(each).contains("about")
                            != JvmciQuestions.NAMES.contains(method.getName()));
  }

  private static Set<String> calls(MethodModel method) {
    return method
        .code()
        .orElseThrow()
        .elementStream()
        .filter(
            element ->
                element instanceof InvokeInstruction call
                    && call.owner().asSymbol().equals(ClassDesc.of(QuestionNotes.class.getName())))
        .map(element -> ((InvokeInstruction) element).name().stringValue())
        .collect(Collectors.toSet());
  }

  /** A new kind of argument might be about a class, too. */
  @Test
  void whatSaysSomethingOfAClassIsLookedInto() throws ClassNotFoundException {
    Set<String> arguments = new TreeSet<>();
    for (Class<?> type : hotSpotClasses()) {
      if (ANSWERING.stream().anyMatch(each -> each.isAssignableFrom(type))) {
        for (Method method : type.getMethods()) {
          for (Class<?> argument : method.getParameterTypes()) {
            if (isOfJvmci(argument) && !argument.isEnum()) {
              arguments.add(argument.getTypeName());
            }
          }
        }
      }
    }
    arguments.removeAll(SUBJECTS);
    arguments.removeAll(OTHERS);
    assertEquals(Set.of(), arguments);
  }

  private static boolean isOfJvmci(Class<?> argument) {
    Class<?> element = argument;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return element.getName().startsWith("jdk.vm.ci.");
  }

  @Test
  void superclassesAreDefinedFirst() {
    Set<String> defined = new TreeSet<>();
    JvmciQuestions.noted()
        .forEach(
            (name, bytes) -> {
              String superclass =
                  ClassFile.of()
                      .parse(bytes)
                      .superclass()
                      .map(ClassEntry::asInternalName)
                      .orElseThrow();
              assertTrue(
                  defined.contains(superclass) || !noted.containsKey(superclass.replace('/', '.')),
                  name);
              defined.add(name);
            });
  }

  private static List<Class<?>> hotSpotClasses() throws ClassNotFoundException {
    List<Class<?>> types = new ArrayList<>();
    for (String name : new JvmciQuestions().names()) {
      Class<?> type = Class.forName(name.replace('/', '.'), false, null);
      if (!type.isInterface()) {
        types.add(type);
      }
    }
    return types;
  }
}
