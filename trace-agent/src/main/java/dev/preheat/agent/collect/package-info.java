/** Collects a trace from what was recorded and from what the VM knows. */
package dev.preheat.agent.collect;
