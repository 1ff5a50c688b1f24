// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.compiler.graal.phase;

import jdk.graal.compiler.core.common.memory.BarrierType;
import jdk.graal.compiler.core.common.memory.MemoryOrderMode;
import jdk.graal.compiler.core.common.type.StampFactory;
import jdk.graal.compiler.nodes.ConstantNode;
import jdk.graal.compiler.nodes.NamedLocationIdentity;
import jdk.graal.compiler.nodes.StructuredGraph;
import jdk.graal.compiler.nodes.ValueNode;
import jdk.graal.compiler.nodes.memory.ReadNode;
import jdk.graal.compiler.nodes.memory.SideEffectFreeWriteNode;
import jdk.graal.compiler.nodes.memory.WriteNode;
import jdk.graal.compiler.nodes.memory.address.AddressNode;
import jdk.graal.compiler.nodes.memory.address.OffsetAddressNode;
import org.graalvm.word.LocationIdentity;

/**
 * The word that a method counts down, in memory of the loader's; behind it, what it starts with.
 */
public record CountdownWord(StructuredGraph graph) {

  /** Stands for the address of the word; no plausible constant. */
  public static final long SENTINEL = 0x5072_6568_436E_7431L;

  private static final LocationIdentity COUNTDOWN = NamedLocationIdentity.mutable("countdown");

  ReadNode read() {
    return read(0);
  }

  /** What the word is to be set to at its end. */
  ReadNode readInterval() {
    return read(Integer.BYTES);
  }

  private ReadNode read(int offset) {
    return graph.add(
        new ReadNode(
            address(offset),
            COUNTDOWN,
            StampFactory.forInteger(Integer.SIZE),
            BarrierType.NONE,
            MemoryOrderMode.PLAIN));
  }

  /** The interpreter knows nothing of the word. */
  WriteNode write(ValueNode value) {
    return graph.add(SideEffectFreeWriteNode.createWithoutSideEffect(address(0), COUNTDOWN, value));
  }

  private AddressNode address(int offset) {
    return graph.unique(
        new OffsetAddressNode(
            ConstantNode.forLong(SENTINEL, graph), ConstantNode.forLong(offset, graph)));
  }
}
