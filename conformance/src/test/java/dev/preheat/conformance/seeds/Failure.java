// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.seeds;

/**
 * What a program does otherwise with its image.
 *
 * @param program its class
 * @param way how it was run
 * @param isDifferent whether it prints something else or ends otherwise; if not, methods are
 *     missing
 * @param text what was expected and found
 */
public record Failure(String program, Way way, boolean isDifferent, String text) {}
