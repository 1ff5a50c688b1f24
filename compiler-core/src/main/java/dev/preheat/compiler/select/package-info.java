/** Which methods are compiled, and in which order. */
package dev.preheat.compiler.select;
