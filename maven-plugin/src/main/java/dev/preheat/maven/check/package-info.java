/** A process of its own: opens an image with the dynamic linker. */
package dev.preheat.maven.check;
