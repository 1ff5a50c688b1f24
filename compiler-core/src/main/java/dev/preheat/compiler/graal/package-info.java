// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** The only package that names Graal: builds and compiles the graph of one method at a time. */
package dev.preheat.compiler.graal;
