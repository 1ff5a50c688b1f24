// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/**
 * Lets a program do mixed work in many threads while classes are loaded, dropped and redefined and
 * the heap is small, from an image, under each collector: every result must be right.
 */
package dev.preheat.conformance.stress;
