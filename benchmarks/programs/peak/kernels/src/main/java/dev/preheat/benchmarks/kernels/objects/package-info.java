// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Records, locks and variable handles. */
package dev.preheat.benchmarks.kernels.objects;
