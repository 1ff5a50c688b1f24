// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** A process of its own: opens an image with the dynamic linker. */
package dev.preheat.maven.check;
