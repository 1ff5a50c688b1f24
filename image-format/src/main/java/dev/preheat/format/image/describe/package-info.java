// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** An image in words and numbers, for people and for programs. */
package dev.preheat.format.image.describe;
