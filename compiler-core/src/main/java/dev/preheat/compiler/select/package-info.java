// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Which methods are compiled, and in which order. */
package dev.preheat.compiler.select;
