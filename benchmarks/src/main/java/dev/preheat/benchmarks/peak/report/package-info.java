// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** The figures as text, JSON and a picture. */
package dev.preheat.benchmarks.peak.report;
