// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** What was measured of a program over time, and the figures that come of it. */
package dev.preheat.benchmarks.peak.curve;
