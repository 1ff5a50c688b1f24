// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.questions;

import dev.preheat.hotspot.UnknownVmException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.module.ModuleReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;

/**
 * A map in which Graal keeps, for all compilations, what one of them has made and asked JVMCI for.
 *
 * @param holder internal name of the class
 * @param field the map
 * @param remember the method that makes it one that remembers the questions
 * @param type of the field
 */
record GraalCache(String holder, String field, String remember, Class<?> type) {

  /**
   * Snippets are what Graal does with a node that becomes several, written in Java: their graphs,
   * and templates made of these for some constants.
   */
  static final List<GraalCache> ALL =
      List.of(
          new GraalCache(
              "jdk/graal/compiler/replacements/ReplacementsImpl",
              "snippetGraphs",
              "ofConcurrent",
              ConcurrentMap.class),
          new GraalCache(
              "jdk/graal/compiler/replacements/SnippetTemplate$AbstractTemplates",
              "templates",
              "of",
              Map.class));

  /** The class, whose map remembers. */
  byte[] remembering() {
    try (ModuleReader module = ModuleFiles.open("jdk.graal.compiler")) {
      ClassModel model = ClassFile.of().parse(ModuleFiles.bytes(module, holder + ".class"));
      if (model.fields().stream().noneMatch(each -> each.fieldName().equalsString(field))) {
        throw new UnknownVmException(
            "runs another Graal than Preheat was built for: it has no " + holder + "." + field);
      }
      return ClassFile.of()
          .transformClass(model, ClassTransform.transformingMethodBodies(this::remember));
    } catch (IOException e) {
      throw new UncheckedIOException("the jar of Graal cannot be read", e);
    }
  }

  private void remember(CodeBuilder code, CodeElement element) {
    if (element instanceof FieldInstruction put
        && put.opcode() == Opcode.PUTFIELD
        && put.name().equalsString(field)
        && put.owner().asInternalName().equals(holder)) {
      ClassDesc map = ClassDesc.of(type.getName());
      code.invokestatic(
          ClassDesc.of(JvmciQuestions.own("RememberingMap")),
          remember,
          MethodTypeDesc.of(map, map));
    }
    code.with(element);
  }
}
