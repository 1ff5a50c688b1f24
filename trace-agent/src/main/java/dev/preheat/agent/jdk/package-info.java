// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** The way into packages of the JDK that are closed to others, and open to nobody but the agent. */
package dev.preheat.agent.jdk;
