// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Class files as they lie on the class path, as far as the agent reads them. */
package dev.preheat.agent.classfile;
