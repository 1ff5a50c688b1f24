/** The ELF64 shared object that carries an image: its writer and its bounds-checked reader. */
package dev.preheat.format.elf;
