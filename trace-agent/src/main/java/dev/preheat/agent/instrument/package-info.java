/** Puts the recording of calls into classes as they are loaded. */
package dev.preheat.agent.instrument;
