// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** What one process tells another: the options of the agent, the request to the compiler. */
package dev.preheat.format.contract;
