// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Finds the methods of an image that make a command fail. */
package dev.preheat.maven.bisect;
