// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** What identifies the entries of a class path. */
package dev.preheat.format.classpath;
