/** Which JDK compiles and runs: toolchains, and the usual places. */
package dev.preheat.maven.jdk;
