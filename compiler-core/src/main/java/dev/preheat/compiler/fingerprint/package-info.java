/** The facts about a JVM that code depends on, complete by construction. */
package dev.preheat.compiler.fingerprint;
