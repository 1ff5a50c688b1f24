// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/**
 * Compiles programs, makes images of them and runs them, interpreted and from the image, each in a
 * process of its own.
 */
package dev.preheat.conformance.harness;
