// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Collects a trace from what was recorded and from what the VM knows. */
package dev.preheat.agent.collect;
