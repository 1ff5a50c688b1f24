// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Runs a suite of tests in a JVM of its own and writes what became of each test. */
package dev.preheat.conformance.suites.runner;
