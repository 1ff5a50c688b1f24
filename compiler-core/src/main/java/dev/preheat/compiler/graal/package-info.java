/** The only package that names Graal: builds and compiles the graph of one method at a time. */
package dev.preheat.compiler.graal;
