// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** How fast programs are over time, from the start of their JVM until they are level. */
package dev.preheat.benchmarks.peak;
