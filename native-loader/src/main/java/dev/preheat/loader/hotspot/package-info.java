/**
 * The only package that names HotSpot's JVMCI: looks up classes and methods and installs nmethods.
 */
package dev.preheat.loader.hotspot;
