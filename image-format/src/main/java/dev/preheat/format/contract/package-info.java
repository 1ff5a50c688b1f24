/** What one process tells another: the options of the agent, the request to the compiler. */
package dev.preheat.format.contract;
