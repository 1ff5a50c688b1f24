// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** The compiler's view of the JVM it runs in, through JVMCI and without Graal. */
package dev.preheat.compiler.jvmci;
