// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/**
 * The ahead-of-time compiler: from traces and class files to an image; sees neither Graal nor
 * JVMCI.
 */
package dev.preheat.compiler;
