// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** The trace file: what a program executed, as versioned, sorted, mergeable text. */
package dev.preheat.format.trace;
