// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.benchmarks.kernels;

import dev.preheat.benchmarks.kernels.arrays.FloatArrayUpdate;
import dev.preheat.benchmarks.kernels.arrays.IntSum;
import dev.preheat.benchmarks.kernels.arrays.LongLoop;
import dev.preheat.benchmarks.kernels.arrays.MatrixProduct;
import dev.preheat.benchmarks.kernels.arrays.Sorting;
import dev.preheat.benchmarks.kernels.calls.CapturingLambda;
import dev.preheat.benchmarks.kernels.calls.EightReceivers;
import dev.preheat.benchmarks.kernels.calls.EnumSwitch;
import dev.preheat.benchmarks.kernels.calls.Exceptions;
import dev.preheat.benchmarks.kernels.calls.OneReceiver;
import dev.preheat.benchmarks.kernels.calls.PatternSwitch;
import dev.preheat.benchmarks.kernels.calls.ThreeReceivers;
import dev.preheat.benchmarks.kernels.calls.TwoReceivers;
import dev.preheat.benchmarks.kernels.collections.Boxing;
import dev.preheat.benchmarks.kernels.collections.HashMaps;
import dev.preheat.benchmarks.kernels.collections.ListIteration;
import dev.preheat.benchmarks.kernels.collections.MapLookUp;
import dev.preheat.benchmarks.kernels.collections.StreamPipeline;
import dev.preheat.benchmarks.kernels.objects.Records;
import dev.preheat.benchmarks.kernels.objects.SynchronizedBlocks;
import dev.preheat.benchmarks.kernels.objects.VarHandles;
import dev.preheat.benchmarks.kernels.text.CharacterLoop;
import dev.preheat.benchmarks.kernels.text.StringBuilding;
import dev.preheat.benchmarks.kernels.text.StringConcatenation;
import dev.preheat.benchmarks.kernels.text.StringParsing;
import dev.preheat.benchmarks.meter.Program;
import dev.preheat.benchmarks.meter.Workload;
import java.util.List;

/** Kernels, one of them a run; a class that another kernel needs is not loaded. */
final class Kernels extends Program {
  private static final double HOT_SECONDS = 1;

  @Override
  protected List<String> names() {
    return List.of(
        "boxing",
        "capturing-lambda",
        "character-loop",
        "enum-switch",
        "exceptions",
        "float-array-update",
        "hash-maps",
        "int-sum",
        "interface-1",
        "interface-2",
        "interface-3",
        "interface-8",
        "list-iteration",
        "long-loop",
        "map-look-up",
        "matrix-product",
        "pattern-switch",
        "records",
        "sorting",
        "stream",
        "string-building",
        "string-concatenation",
        "string-parsing",
        "synchronized-blocks",
        "var-handles");
  }

  @Override
  protected Workload workload(String name) {
    return switch (name) {
      case "boxing" -> new Boxing();
      case "capturing-lambda" -> new CapturingLambda();
      case "character-loop" -> new CharacterLoop();
      case "enum-switch" -> new EnumSwitch();
      case "exceptions" -> new Exceptions();
      case "float-array-update" -> new FloatArrayUpdate();
      case "hash-maps" -> new HashMaps();
      case "int-sum" -> new IntSum();
      case "interface-1" -> new OneReceiver();
      case "interface-2" -> new TwoReceivers();
      case "interface-3" -> new ThreeReceivers();
      case "interface-8" -> new EightReceivers();
      case "list-iteration" -> new ListIteration();
      case "long-loop" -> new LongLoop();
      case "map-look-up" -> new MapLookUp();
      case "matrix-product" -> new MatrixProduct();
      case "pattern-switch" -> new PatternSwitch();
      case "records" -> new Records();
      case "sorting" -> new Sorting();
      case "stream" -> new StreamPipeline();
      case "string-building" -> new StringBuilding();
      case "string-concatenation" -> new StringConcatenation();
      case "string-parsing" -> new StringParsing();
      case "synchronized-blocks" -> new SynchronizedBlocks();
      case "var-handles" -> new VarHandles();
      default -> throw new IllegalArgumentException("no kernel " + name);
    };
  }

  @Override
  protected double hotSeconds() {
    return HOT_SECONDS;
  }

  @Override
  protected int fewestOperations() {
    return 1;
  }
}
