// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Builds and compiles the graph of one method at a time: Graal is named here and below only. */
package dev.preheat.compiler.graal;
