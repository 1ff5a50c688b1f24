/** Finds the methods of an image that make a command fail. */
package dev.preheat.maven.bisect;
