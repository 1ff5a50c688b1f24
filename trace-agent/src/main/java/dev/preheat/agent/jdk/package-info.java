/** The way into packages of the JDK that are closed to others, and open to nobody but the agent. */
package dev.preheat.agent.jdk;
