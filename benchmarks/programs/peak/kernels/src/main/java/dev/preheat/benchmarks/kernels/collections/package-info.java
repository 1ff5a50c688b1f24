// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Collections of the JDK, streams and boxes. */
package dev.preheat.benchmarks.kernels.collections;
