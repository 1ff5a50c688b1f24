// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import dev.preheat.testkit.LoaderReport;

/**
 * A run of a program with its image.
 *
 * @param exitCode of the JVM
 * @param output what the program printed
 * @param errors what was printed to standard error, by the loader, too
 * @param report the loader's, null when the JVM died before it was written
 */
public record Run(int exitCode, String output, String errors, LoaderReport report) {}
