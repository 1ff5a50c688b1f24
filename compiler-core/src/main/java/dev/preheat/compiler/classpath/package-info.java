/** What class files and jars say, without loading a class. */
package dev.preheat.compiler.classpath;
