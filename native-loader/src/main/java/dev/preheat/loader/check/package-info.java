// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** Check: is this the JVM, the JDK and the class path that the image was made for? */
package dev.preheat.loader.check;
