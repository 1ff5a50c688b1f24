// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** What the programs that are measured up to their peak have in common: they count what they do. */
package dev.preheat.benchmarks.meter;
