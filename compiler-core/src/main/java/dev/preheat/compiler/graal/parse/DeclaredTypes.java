// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal.parse;

import dev.preheat.compiler.jvmci.ClassView;
import jdk.graal.compiler.core.common.type.StampFactory;
import jdk.graal.compiler.core.common.type.StampPair;
import jdk.graal.compiler.nodes.graphbuilderconf.GraphBuilderTool;
import jdk.graal.compiler.nodes.graphbuilderconf.TypePlugin;
import jdk.vm.ci.meta.JavaType;
import jdk.vm.ci.meta.ResolvedJavaType;

/**
 * Keeps code from relying on classes that it does not depend on: a parameter, field or result of a
 * type that is not among the classes that code may count on is an object of any class. This JVM may
 * have loaded the class all the same.
 */
public final class DeclaredTypes implements TypePlugin {

  private final ClassView classes;

  public DeclaredTypes(ClassView classes) {
    this.classes = classes;
  }

  @Override
  public StampPair interceptType(GraphBuilderTool tool, JavaType declared, boolean nonNull) {
    return declared instanceof ResolvedJavaType type
            && !classes.contains(type)
            && (tool == null || !tool.parsingIntrinsic())
        ? StampPair.createSingle(nonNull ? StampFactory.objectNonNull() : StampFactory.object())
        : null;
  }
}
