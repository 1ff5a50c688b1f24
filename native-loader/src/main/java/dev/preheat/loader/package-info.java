// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/**
 * Starts the program and, beside it, brings the methods of its image into the JVM. What runs before
 * {@code main} is interpreted, so it uses plain loops and arrays and loads few classes.
 */
package dev.preheat.loader;
