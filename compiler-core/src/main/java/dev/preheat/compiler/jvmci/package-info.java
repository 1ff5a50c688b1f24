/** The compiler's view of the JVM it runs in, through JVMCI and without Graal. */
package dev.preheat.compiler.jvmci;
