// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** The JDK's compiler, again and again in one JVM. */
package dev.preheat.benchmarks.compiler;
