// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** The ELF64 shared object that carries an image: its writer and its bounds-checked reader. */
package dev.preheat.format.elf;
