// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Puts the recording of calls into classes as they are loaded. */
package dev.preheat.agent.instrument;
