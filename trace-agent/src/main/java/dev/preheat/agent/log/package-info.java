// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** What the agent has to say. */
package dev.preheat.agent.log;
