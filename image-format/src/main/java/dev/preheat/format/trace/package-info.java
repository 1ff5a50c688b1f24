/** The trace file: what a program executed, as versioned, sorted, mergeable text. */
package dev.preheat.format.trace;
