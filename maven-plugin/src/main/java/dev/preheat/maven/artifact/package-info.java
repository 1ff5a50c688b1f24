// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Where agent, compiler and loader come from. */
package dev.preheat.maven.artifact;
