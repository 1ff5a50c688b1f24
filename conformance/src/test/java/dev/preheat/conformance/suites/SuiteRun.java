// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.suites;

import dev.preheat.conformance.harness.Run;

/**
 * A run of a suite with its image.
 *
 * @param jvm what became of the JVM
 * @param outcomes what became of the tests
 */
record SuiteRun(Run jvm, Outcomes outcomes) {}
