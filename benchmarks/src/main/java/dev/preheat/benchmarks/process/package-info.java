// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Child processes and what the kernel accounts to each of them. */
package dev.preheat.benchmarks.process;
