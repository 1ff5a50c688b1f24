// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.trace;

/**
 * A trace as a file holds it.
 *
 * @param trace what could be read
 * @param complete false if the file was cut off: the trace is what came before
 */
public record ReadTrace(Trace trace, boolean complete) {}
