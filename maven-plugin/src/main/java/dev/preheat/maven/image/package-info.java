// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Starts the compiler, and checks what it has made. */
package dev.preheat.maven.image;
