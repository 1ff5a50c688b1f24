// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.format.elf;

/** What a section holds, and so how it is mapped. */
public enum SectionKind {
  /** Data, mapped readable. */
  DATA,
  /** Machine code, mapped readable and executable. */
  CODE
}
