// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal.parse;

import dev.preheat.compiler.jvmci.ClassView;
import jdk.graal.compiler.hotspot.HotSpotGraphBuilderInstance;
import jdk.graal.compiler.java.BytecodeParser;
import jdk.graal.compiler.java.GraphBuilderPhase;
import jdk.graal.compiler.nodes.StructuredGraph;
import jdk.graal.compiler.nodes.graphbuilderconf.GraphBuilderConfiguration;
import jdk.graal.compiler.nodes.graphbuilderconf.IntrinsicContext;
import jdk.graal.compiler.nodes.spi.CoreProviders;
import jdk.graal.compiler.phases.OptimisticOptimizations;
import jdk.vm.ci.meta.ResolvedJavaMethod;

/** Builds graphs with {@link ImageBytecodeParser}. */
public final class ImageGraphBuilder extends GraphBuilderPhase {

  private final ClassView classes;
  private final CallSites callSites;

  public ImageGraphBuilder(
      GraphBuilderConfiguration config, ClassView classes, CallSites callSites) {
    super(config);
    this.classes = classes;
    this.callSites = callSites;
  }

  @Override
  public GraphBuilderPhase copyWithConfig(GraphBuilderConfiguration config) {
    return new ImageGraphBuilder(config, classes, callSites);
  }

  @Override
  protected Instance createInstance(
      CoreProviders providers,
      GraphBuilderConfiguration config,
      OptimisticOptimizations optimisticOpts,
      IntrinsicContext initialIntrinsicContext) {
    return new HotSpotGraphBuilderInstance(
        providers, config, optimisticOpts, initialIntrinsicContext) {
      @Override
      protected BytecodeParser createBytecodeParser(
          StructuredGraph graph,
          BytecodeParser parent,
          ResolvedJavaMethod method,
          int entryBci,
          IntrinsicContext intrinsicContext) {
        return new ImageBytecodeParser(
            this, graph, parent, method, entryBci, intrinsicContext, classes, callSites);
      }
    };
  }
}
