// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** The facts about a JVM that code depends on, complete by construction. */
package dev.preheat.compiler.fingerprint;
