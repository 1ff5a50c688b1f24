// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal.parse;

import jdk.vm.ci.meta.JavaField;
import jdk.vm.ci.meta.JavaMethod;
import jdk.vm.ci.meta.JavaType;
import jdk.vm.ci.meta.Signature;

/** Members that this JVM could resolve and the program, as far as the trace goes, did not. */
public final class Unresolved {

  private Unresolved() {}

  /** A field. */
  public record Field(String name, JavaType type, JavaType declaringClass) implements JavaField {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public JavaType getType() {
      return type;
    }

    @Override
    public JavaType getDeclaringClass() {
      return declaringClass;
    }
  }

  /** A method. */
  public record Method(String name, Signature signature, JavaType declaringClass)
      implements JavaMethod {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public Signature getSignature() {
      return signature;
    }

    @Override
    public JavaType getDeclaringClass() {
      return declaringClass;
    }
  }
}
