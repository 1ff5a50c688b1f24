// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.collect;

/** Who ran a method. */
enum Origin {
  /** The program, for certain. */
  PROGRAM,
  /** The agent, and perhaps the program. */
  UNKNOWN,
  /** The agent, or the JVM before the program started; not the program. */
  AGENT
}
