/** The loader: checks an image against the running JVM and installs what is valid. */
package dev.preheat.loader;
