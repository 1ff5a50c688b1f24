/** The Java agent that records which methods a program executed, and with which classes. */
package dev.preheat.agent;
