// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Which JDK compiles and runs: toolchains, and the usual places. */
package dev.preheat.maven.jdk;
