// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

/** What a symbol names. */
public enum SymbolKind {
  /** A function ({@code STT_FUNC}). */
  FUNCTION,
  /** A piece of data ({@code STT_OBJECT}). */
  OBJECT
}
