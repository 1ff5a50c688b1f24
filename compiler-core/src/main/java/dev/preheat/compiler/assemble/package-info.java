// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Puts compiled methods and what they depend on together to an image. */
package dev.preheat.compiler.assemble;
