// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** The trace agent in the JVMs of tests: how it gets there, and what it leaves. */
package dev.preheat.maven.agent;
