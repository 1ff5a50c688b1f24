/** Starts the compiler, and checks what it has made. */
package dev.preheat.maven.image;
