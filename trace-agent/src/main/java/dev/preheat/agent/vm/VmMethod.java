// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.vm;

import dev.preheat.format.trace.Invocations;

/**
 * A method that ran.
 *
 * @param address its {@code Method*}
 * @param invocations how often, as far as the VM counted: code of the highest tier does not
 * @param data a copy of its {@code MethodData}; empty if it has none
 */
public record VmMethod(long address, Invocations invocations, byte[] data) {}
