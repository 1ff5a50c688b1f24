/** Child processes and what the kernel accounts to each of them. */
package dev.preheat.benchmarks.process;
