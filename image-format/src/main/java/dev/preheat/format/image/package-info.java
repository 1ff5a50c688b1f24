/** The image: records of compiled methods, their relocations and their assumptions. */
package dev.preheat.format.image;
