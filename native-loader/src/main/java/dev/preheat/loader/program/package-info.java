/** The program that is started, as {@code java} would start it. */
package dev.preheat.loader.program;
