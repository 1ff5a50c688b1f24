// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** What class files and jars say, without loading a class. */
package dev.preheat.compiler.classpath;
