// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** The program that is started, as {@code java} would start it. */
package dev.preheat.loader.program;
