/** From the model of an image to its file. */
package dev.preheat.format.image.write;
