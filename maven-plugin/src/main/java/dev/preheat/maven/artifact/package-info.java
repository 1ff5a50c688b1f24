/** Where agent, compiler and loader come from. */
package dev.preheat.maven.artifact;
