/** What every module shares: the trace file, the image and the ELF container that carries it. */
package dev.preheat.format;
