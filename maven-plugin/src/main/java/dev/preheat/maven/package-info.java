/** The Maven goals: prepare the agent, make the image, run and inspect. */
package dev.preheat.maven;
