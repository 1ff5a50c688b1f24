// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** What was measured, as a table, as JSON and as a picture. */
package dev.preheat.benchmarks.report;
