// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.collect;

import dev.preheat.agent.vm.Vm;

/**
 * What can be seen of a program from outside.
 *
 * @param footprint what of it is the agent's
 */
public record Observation(Vm vm, AgentFootprint footprint) {}
