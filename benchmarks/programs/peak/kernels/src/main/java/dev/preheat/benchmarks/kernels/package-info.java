// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Small programs, each of one kind of code: how fast it runs in the end is seen by itself. */
package dev.preheat.benchmarks.kernels;
