/** An image in words and numbers, for people and for programs. */
package dev.preheat.format.image.describe;
