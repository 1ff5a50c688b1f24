/** Puts compiled methods and what they depend on together to an image. */
package dev.preheat.compiler.assemble;
