/** Class files as they lie on the class path, as far as the agent reads them. */
package dev.preheat.agent.classfile;
