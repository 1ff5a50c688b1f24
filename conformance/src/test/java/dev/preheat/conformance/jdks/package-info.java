// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/**
 * The sample, its image made by every JDK 25 that is given, run by each of the JDKs: the one that
 * made an image uses it, all others say in one line why they do not.
 */
package dev.preheat.conformance.jdks;
