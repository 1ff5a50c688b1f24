/** From the file of an image to its model; every offset is checked. */
package dev.preheat.format.image.read;
