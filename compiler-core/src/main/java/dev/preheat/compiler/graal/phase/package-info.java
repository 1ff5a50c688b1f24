// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Steps over a graph that Graal does not have, or has otherwise. */
package dev.preheat.compiler.graal.phase;
