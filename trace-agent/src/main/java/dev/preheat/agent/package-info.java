// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** The Java agent that records which methods a program executed, and with which classes. */
package dev.preheat.agent;
