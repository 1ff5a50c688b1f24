/** Runs a suite of tests in a JVM of its own and writes what became of each test. */
package dev.preheat.conformance.suites.runner;
