// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
/** From the file of an image to its model; every offset is checked. */
package dev.preheat.format.image.read;
