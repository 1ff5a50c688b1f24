/** Programs written from seeds, many at once: run interpreted and from an image, and reduced. */
package dev.preheat.conformance.seeds;
