// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/**
 * What is known of HotSpot: which numbers about its data structures a JDK build has, how memory is
 * read, and how objects are laid out. Depends on nothing but the JDK.
 */
package dev.preheat.hotspot;
