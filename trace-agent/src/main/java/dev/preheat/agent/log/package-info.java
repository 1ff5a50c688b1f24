/** What the agent has to say. */
package dev.preheat.agent.log;
