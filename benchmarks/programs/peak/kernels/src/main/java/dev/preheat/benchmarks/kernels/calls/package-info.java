// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Calls and choices: lambdas, interfaces, switches, exceptions. */
package dev.preheat.benchmarks.kernels.calls;
