// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.agent.instrument;

/** What the agent does about a class. */
public enum Treatment {
  /** It is none of the program: it does not appear in the trace. */
  IGNORE,
  /** What the VM knows of it is in the trace. */
  OBSERVE,
  /** Its methods record their calls, too. */
  INSTRUMENT
}
