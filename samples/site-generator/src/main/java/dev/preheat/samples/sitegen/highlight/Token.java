// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.samples.sitegen.highlight;

/**
 * A piece of code.
 *
 * @param type what it is
 * @param text its characters, never empty
 */
public record Token(TokenType type, String text) {}
