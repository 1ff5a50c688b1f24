/** What identifies the entries of a class path. */
package dev.preheat.format.classpath;
