/** How a program is started: options, class path, AOT cache. */
package dev.preheat.maven.launch;
