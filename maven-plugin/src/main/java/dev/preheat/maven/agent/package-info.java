/** The trace agent in the JVMs of tests: how it gets there, and what it leaves. */
package dev.preheat.maven.agent;
