/** Map: the image in memory, read and summed up; who may have written it. */
package dev.preheat.loader.image;
