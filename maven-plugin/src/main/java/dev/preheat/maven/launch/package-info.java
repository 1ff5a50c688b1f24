// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** How a program is started: options, class path, AOT cache. */
package dev.preheat.maven.launch;
