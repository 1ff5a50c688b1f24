/**
 * The ahead-of-time compiler: from traces and class files to an image; sees neither Graal nor
 * JVMCI.
 */
package dev.preheat.compiler;
